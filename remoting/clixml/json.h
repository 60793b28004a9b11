// Values as JSON, in the form of `drydockctl inspect clixml` (cli.md): what the real PowerShell engine makes of the
// same text.
#pragma once

#include "model/domain/result.h"
#include "remoting/clixml/value.h"

#include <string>
#include <vector>

namespace drydock::clixml {

// A JSON array, one element a value. LimitExceeded where references upon references would make a million values of
// them.
[[nodiscard]] domain::Result<std::string> toJson(const std::vector<Value>& values);

} // namespace drydock::clixml
