// Get-Command's answer: which cmdlets the session may use, and with which parameters (exchange.md 4.8).
#pragma once

#include "model/maintenance/permissions.h"
#include "remoting/clixml/value.h"

#include <vector>

namespace drydock::exchange {

// A cmdlet whose parameters were not told has an empty set.
[[nodiscard]] maintenance::CmdletPermissions mapPermissions(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
