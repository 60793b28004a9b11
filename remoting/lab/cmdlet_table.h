// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of all cmdlets of the lab, and what of it a caller may see.
#pragma once

#include "remoting/lab/cmdlet_spec.h"

#include <string_view>
#include <vector>

namespace drydock::lab {

[[nodiscard]] const std::vector<CmdletSpec>& cmdlets();
// Returns the cmdlet of the caller's endpoint; nullptr if there is none or, on the Exchange endpoint, if the caller's
// role does not grant it.
[[nodiscard]] const CmdletSpec* findCmdlet(const Scenario& scenario, const Caller& caller, std::string_view name);
[[nodiscard]] bool isGranted(const Scenario& scenario, const Caller& caller, const CmdletSpec& cmdlet);
// Returns the cmdlet's own parameters in the scenario's generation, then WhatIf and Confirm if it changes something.
[[nodiscard]] std::vector<ParameterSpec> parametersOf(const Scenario& scenario, const CmdletSpec& cmdlet);

} // namespace drydock::lab
