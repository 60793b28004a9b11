// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts the output of Get-Command: which cmdlets the session may use, and with which parameters (exchange.md 4.8).
#pragma once

#include "model/maintenance/permissions.h"
#include "remoting/clixml/value.h"

#include <vector>

namespace drydock::exchange {

// A cmdlet that came without parameters has an empty set.
[[nodiscard]] maintenance::CmdletPermissions mapPermissions(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
