// What the session may use, as far as a check before a maintenance has to know it.
#pragma once

#include <map>
#include <set>
#include <string>

namespace drydock::maintenance {

// Cmdlets and parameters the session may use ("Set-MailboxServer" -> its parameters), as Get-Command tells
// (exchange.md 4.8).
using CmdletPermissions = std::map<std::string, std::set<std::string>>;

} // namespace drydock::maintenance
