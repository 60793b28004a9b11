// The time, as something that is passed in.
#pragma once

#include "model/domain/time.h"

namespace drydock::ports {

class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual domain::Time now() const = 0;
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
