// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Checks before a server comes back into service.
#pragma once

#include "model/maintenance/preflight_context.h"

namespace drydock::maintenance::checks {

[[nodiscard]] Check services(const Context& context);
[[nodiscard]] Check originalSettings(const Context& context);
[[nodiscard]] Check leftByUpdate(const Context& context);

} // namespace drydock::maintenance::checks
