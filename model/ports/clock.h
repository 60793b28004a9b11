// The time, as something that is passed in.
#pragma once

#include "model/domain/moment.h"

#include <chrono>

namespace drydock::ports {

class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual domain::Time now() const = 0;
    // Time since an arbitrary start, from a clock that never jumps and never goes back: waits are measured by it.
    [[nodiscard]] virtual domain::Duration uptime() const
    {
        return std::chrono::duration_cast<domain::Duration>(std::chrono::steady_clock::now().time_since_epoch());
    }
    [[nodiscard]] domain::Moment moment() const { return {now(), uptime()}; }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] domain::Time now() const override
    {
        return std::chrono::time_point_cast<domain::Duration>(std::chrono::system_clock::now());
    }
};

} // namespace drydock::ports
