// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The cmdlets and parameters that the session may use.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace drydock::maintenance {

// Maps each cmdlet ("Set-MailboxServer") to its parameters, as Get-Command reports them (exchange.md 4.8).
using CmdletPermissions = std::map<std::string, std::set<std::string>>;

// Returns the parameters of the cmdlet, whose name is compared without case; nullptr if it is not granted.
[[nodiscard]] const std::set<std::string>* grantedParameters(const CmdletPermissions& permissions,
                                                             std::string_view cmdlet);

} // namespace drydock::maintenance
