// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The organisation's time: real time multiplied by a scale. Real time is passed in, so that a test can control it.
#pragma once

#include "model/domain/time.h"

#include <chrono>
#include <functional>

namespace drydock::lab {

// Returns milliseconds since a fixed time; never decreases.
using MonotonicClock = std::function<std::chrono::milliseconds()>;
[[nodiscard]] MonotonicClock systemMonotonicClock();

class VirtualClock
{
public:
    VirtualClock(domain::Time start, double scale, MonotonicClock real = systemMonotonicClock());

    [[nodiscard]] domain::Time now() const;
    // Returns the real time for a duration of virtual time: zero for none, otherwise at least a millisecond.
    [[nodiscard]] std::chrono::milliseconds realTimeFor(domain::Duration duration) const;

private:
    domain::Time m_start;
    double m_scale;
    MonotonicClock m_real;
    std::chrono::milliseconds m_realStart;
};

} // namespace drydock::lab
