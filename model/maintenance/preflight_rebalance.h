// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The checks before databases go home. Each returns a check without its id.
#pragma once

#include "model/maintenance/preflight_context.h"

namespace drydock::maintenance::checks {

[[nodiscard]] Check databasesAway(const Context& context);

} // namespace drydock::maintenance::checks
