// The organisation's time: real time, times a scale. Real time comes from outside, so that a test can hold it.
#pragma once

#include "model/domain/time.h"

#include <chrono>
#include <functional>

namespace drydock::lab {

// Milliseconds since some moment, never backwards.
using MonotonicClock = std::function<std::chrono::milliseconds()>;
[[nodiscard]] MonotonicClock systemMonotonicClock();

class VirtualClock
{
public:
    VirtualClock(domain::Time start, double scale, MonotonicClock real = systemMonotonicClock());

    [[nodiscard]] domain::Time now() const;
    // How long a stretch of virtual time takes, at least a millisecond unless it is none.
    [[nodiscard]] std::chrono::milliseconds realTimeFor(domain::Duration duration) const;

private:
    domain::Time m_start;
    double m_scale;
    MonotonicClock m_real;
    std::chrono::milliseconds m_realStart;
};

} // namespace drydock::lab
