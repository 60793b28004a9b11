// A clock that runs faster than the system's: rehearsals in the built-in lab need not wait for real minutes.
#pragma once

#include "model/ports/clock.h"

#include <atomic>
#include <chrono>

namespace drydock::app {

class ScaledClock final : public ports::Clock
{
public:
    [[nodiscard]] domain::Time now() const override
    {
        const auto passed = std::chrono::steady_clock::now() - m_since;
        const std::chrono::duration<double, std::milli> scaled = passed * m_scale.load();
        return m_start + std::chrono::duration_cast<domain::Duration>(scaled);
    }
    // Before anybody has asked for the time.
    void setScale(double scale) { m_scale = scale; }

private:
    domain::Time m_start = std::chrono::time_point_cast<domain::Duration>(std::chrono::system_clock::now());
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
    std::atomic<double> m_scale{1};
};

} // namespace drydock::app
