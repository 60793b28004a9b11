// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Conditions as PowerShell, for the script that an operator runs by hand in the Exchange Management Shell.
#pragma once

#include "model/maintenance/plan.h"

#include <string>

namespace drydock::maintenance {

// The functions that the expressions below call.
[[nodiscard]] std::string conditionFunctions();

// Returns an expression that is true when the condition is met; empty for a condition that a script cannot read. Values
// that were not read do not meet a condition.
[[nodiscard]] std::string scriptOf(const Condition& condition, const Plan& plan);

} // namespace drydock::maintenance
