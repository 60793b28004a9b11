// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The clock that times are read from, so that tests and rehearsals can pass in another one.
#pragma once

#include "model/domain/moment.h"

#include <chrono>

namespace drydock::ports {

// Implementations may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual domain::Time now() const = 0;
    // Returns the time since an arbitrary start, by a clock that never jumps or goes back. It measures waits.
    [[nodiscard]] virtual domain::Duration uptime() const
    {
        return std::chrono::duration_cast<domain::Duration>(std::chrono::steady_clock::now().time_since_epoch());
    }
    [[nodiscard]] domain::Moment moment() const { return {now(), uptime()}; }
};

// The computer's own clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] domain::Time now() const override
    {
        return std::chrono::time_point_cast<domain::Duration>(std::chrono::system_clock::now());
    }
};

} // namespace drydock::ports
