// Which conditions of a step tell whether one of its commands has had its effect.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition.h"

#include <vector>

namespace drydock::maintenance {

// Those that speak of what this command changes; all of them when none does.
[[nodiscard]] std::vector<Condition> conditionsFor(const Command& command, const std::vector<Condition>& conditions);

} // namespace drydock::maintenance
