// The single checks of the pre-flight; preflight.cpp puts them in order.
#pragma once

#include "model/maintenance/preflight.h"

namespace drydock::maintenance::checks {

struct Context {
    const domain::DagSnapshot& snapshot;
    const PreflightInput& input;
    bool inDag = false;
};

[[nodiscard]] Check serverReachable(const Context& context);
[[nodiscard]] Check cmdletsGranted(const Context& context);
[[nodiscard]] Check alreadyThere(const Context& context);
[[nodiscard]] Check otherRun(const Context& context);

// Into maintenance (exchange.md 3.3).
[[nodiscard]] Check copiesElsewhere(const Context& context);
[[nodiscard]] Check singleCopy(const Context& context);
[[nodiscard]] Check otherInMaintenance(const Context& context);
[[nodiscard]] Check quorum(const Context& context);
[[nodiscard]] Check redirectTarget(const Context& context);
[[nodiscard]] Check queues(const Context& context);
[[nodiscard]] Check backupOrSeed(const Context& context);
[[nodiscard]] Check primaryActiveManager(const Context& context);
[[nodiscard]] Check policyBlockedBefore(const Context& context);
[[nodiscard]] Check inheritedSettings(const Context& context); // where the plan took settings over

// Back into service.
[[nodiscard]] Check services(const Context& context);
[[nodiscard]] Check originalSettings(const Context& context);

} // namespace drydock::maintenance::checks
