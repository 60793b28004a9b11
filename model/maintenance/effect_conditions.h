// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Selects the conditions of a step that show the effect of one of its commands.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition.h"

#include <vector>

namespace drydock::maintenance {

// Returns the conditions on what this command changes; all conditions if there is none.
[[nodiscard]] std::vector<Condition> conditionsFor(const Command& command, const std::vector<Condition>& conditions);

} // namespace drydock::maintenance
