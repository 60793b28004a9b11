// The system's clock, or one that runs faster from a moment on: rehearsals in the built-in lab need not wait for
// minutes.
#pragma once

#include "model/ports/clock.h"

#include <chrono>
#include <mutex>

namespace drydock::app {

class ScaledClock final : public ports::Clock
{
public:
    [[nodiscard]] domain::Time now() const override
    {
        const std::scoped_lock lock(m_guard);
        if (m_scale == 1) return m_system.now(); // follows corrections, and a computer that slept
        const std::chrono::duration<double, std::milli> passed = (std::chrono::steady_clock::now() - m_since) * m_scale;
        return m_start + std::chrono::duration_cast<domain::Duration>(passed);
    }
    // Goes on from the system's time of this moment; nothing that has passed is stretched.
    void setScale(double scale)
    {
        const std::scoped_lock lock(m_guard);
        m_start = m_system.now();
        m_since = std::chrono::steady_clock::now();
        m_scale = scale;
    }

private:
    mutable std::mutex m_guard;
    ports::SystemClock m_system;
    domain::Time m_start{};
    std::chrono::steady_clock::time_point m_since;
    double m_scale = 1;
};

} // namespace drydock::app
