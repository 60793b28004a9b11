// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Clocks for tests: one that stands still until it is moved, and one that runs faster than real time. Both may be read
// from any thread.
#pragma once

#include "model/ports/clock.h"

#include <atomic>
#include <chrono>

namespace drydock::tests {

// Stands still until advance() moves it.
class ManualClock final : public ports::Clock
{
public:
    explicit ManualClock(domain::Time start) : m_now(start) {}
    [[nodiscard]] domain::Time now() const override { return m_now; }
    [[nodiscard]] domain::Duration uptime() const override { return m_now.load().time_since_epoch(); }
    void advance(domain::Duration by) { m_now = m_now.load() + by; }

private:
    std::atomic<domain::Time> m_now;
};

// Begins at `start` and runs `scale` times as fast as real time.
class ScaledClock final : public ports::Clock
{
public:
    ScaledClock(domain::Time start, int scale) : m_start(start), m_scale(scale) {}
    [[nodiscard]] domain::Time now() const override { return m_start.load() + uptime(); }
    // Sets the time forward or back, as a correction of a computer's clock does.
    void set(domain::Duration by) { m_start = m_start.load() + by; }
    [[nodiscard]] domain::Duration uptime() const override
    {
        const auto passed = std::chrono::steady_clock::now() - m_made;
        return std::chrono::duration_cast<domain::Duration>(passed * m_scale);
    }

private:
    std::chrono::steady_clock::time_point m_made = std::chrono::steady_clock::now();
    std::atomic<domain::Time> m_start;
    int m_scale;
};

} // namespace drydock::tests
