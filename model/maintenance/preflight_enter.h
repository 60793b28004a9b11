// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Checks before a server goes into maintenance (exchange.md 3.3).
#pragma once

#include "model/maintenance/preflight_context.h"

namespace drydock::maintenance::checks {

[[nodiscard]] Check copiesElsewhere(const Context& context);
[[nodiscard]] Check singleCopy(const Context& context);
[[nodiscard]] Check otherInMaintenance(const Context& context);
[[nodiscard]] Check quorum(const Context& context);
[[nodiscard]] Check redirectTarget(const Context& context);
[[nodiscard]] Check queues(const Context& context);
[[nodiscard]] Check clusterNode(const Context& context);
[[nodiscard]] Check dismountedDatabases(const Context& context);
[[nodiscard]] Check backupOrSeed(const Context& context);
[[nodiscard]] Check primaryActiveManager(const Context& context);
[[nodiscard]] Check policyBlockedBefore(const Context& context);
// Applies if the plan takes settings over from an unfinished run.
[[nodiscard]] Check inheritedSettings(const Context& context);

} // namespace drydock::maintenance::checks
