// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The cmdlets and parameters that the session may use.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

// Maps each cmdlet ("Set-MailboxServer") to its parameters, as Get-Command reports them (exchange.md 4.8).
using CmdletPermissions = std::map<std::string, std::set<std::string>>;

// Returns the parameters of the cmdlet, whose name is compared without case; nullptr if it is not granted.
[[nodiscard]] const std::set<std::string>* grantedParameters(const CmdletPermissions& permissions,
                                                             std::string_view cmdlet);

// Returns the cmdlets of the Exchange endpoint that a maintenance sends (exchange.md 1.3, 2) and that are not granted.
// Without any permissions they could not be read, and none is missing. The node checks those of its own endpoint.
[[nodiscard]] std::vector<std::string> missingForMaintenance(const CmdletPermissions& permissions);

} // namespace drydock::maintenance
