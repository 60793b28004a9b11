// One moment on two clocks: the one that people and journals read, and the one that waits are measured by.
#pragma once

#include "model/domain/time.h"

namespace drydock::domain {

struct Moment {
    // The computer's clock. It may be wrong, and it may jump.
    Time wall{};
    // Time since an arbitrary start, from a clock that only goes forward. Moments of one process compare by it.
    Duration uptime{0};

    // The wall time at which `uptime` will be reached if the wall clock does not jump.
    [[nodiscard]] Time wallAt(Duration at) const { return wall + (at - uptime); }
};

} // namespace drydock::domain
