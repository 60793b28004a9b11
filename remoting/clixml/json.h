// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prints values as JSON in the form of `drydockctl inspect clixml` (cli.md), which is what the PowerShell engine makes
// of the same CLIXML.
#pragma once

#include "model/domain/result.h"
#include "remoting/clixml/value.h"

#include <string>
#include <vector>

namespace drydock::clixml {

// Returns a JSON array with one element for each value. LimitExceeded: nested references expand to more than a million
// values.
[[nodiscard]] domain::Result<std::string> toJson(const std::vector<Value>& values);

} // namespace drydock::clixml
