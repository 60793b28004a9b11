// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The system's clock, or a clock that runs faster, so that practice in the built-in lab takes less time. May be used on
// any thread.
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
        if (m_scale == 1) return m_system.now(); // follows corrections of the clock and suspends
        return m_start + passed();
    }
    [[nodiscard]] domain::Duration uptime() const override
    {
        const std::scoped_lock lock(m_guard);
        return m_startUptime + passed();
    }
    // Continues from the current time of the system at `scale` times its speed.
    void setScale(double scale)
    {
        const std::scoped_lock lock(m_guard);
        m_startUptime += passed();
        m_start = m_system.now();
        m_since = std::chrono::steady_clock::now();
        m_scale = scale;
    }

private:
    // Since the scale was set, on a clock that never jumps.
    [[nodiscard]] domain::Duration passed() const
    {
        const std::chrono::duration<double, std::milli> real = std::chrono::steady_clock::now() - m_since;
        return std::chrono::duration_cast<domain::Duration>(real * m_scale);
    }

    mutable std::mutex m_guard;
    ports::SystemClock m_system;
    domain::Time m_start{};
    domain::Duration m_startUptime{};
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
    double m_scale = 1;
};

} // namespace drydock::app
