// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Checks that several kinds of run share.
#pragma once

#include "model/maintenance/preflight_context.h"

namespace drydock::maintenance::checks {

[[nodiscard]] Check serverReachable(const Context& context);
[[nodiscard]] Check alreadyThere(const Context& context);
[[nodiscard]] Check otherRun(const Context& context);
[[nodiscard]] Check organisationRecord(const Context& context);
[[nodiscard]] Check setupRunning(const Context& context);
[[nodiscard]] Check clockSkew(const Context& context);
[[nodiscard]] Check cmdletsGranted(const Context& context);

} // namespace drydock::maintenance::checks
