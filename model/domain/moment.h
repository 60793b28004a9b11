// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One moment on two clocks: the wall clock for people and journals, and the steady clock that measures waits.
#pragma once

#include "model/domain/time.h"

namespace drydock::domain {

struct Moment {
    // The computer's clock. It may be wrong, and it may jump.
    Time wall{};
    // Time since an arbitrary start, from a clock that only goes forward. Comparable within one process.
    Duration uptime{0};

    // Returns the wall time of the uptime `at`, provided that the wall clock does not jump.
    [[nodiscard]] Time wallAt(Duration at) const { return wall + (at - uptime); }
};

} // namespace drydock::domain
