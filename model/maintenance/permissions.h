// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The cmdlets and parameters that the session may use.
#pragma once

#include <map>
#include <set>
#include <string>

namespace drydock::maintenance {

// Maps each cmdlet ("Set-MailboxServer") to its parameters, as Get-Command reports them (exchange.md 4.8).
using CmdletPermissions = std::map<std::string, std::set<std::string>>;

} // namespace drydock::maintenance
