// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/overrides.h"

namespace drydock::maintenance {

void acceptOverrides(Plan& plan, const std::set<std::string>& overrides, const domain::DagSnapshot& basis)
{
    const auto* group = basis.groupOf(plan.server);
    for (auto& step : plan.steps) {
        if (overrides.contains("setup-running"))
            std::erase_if(step.preconditions, [](const Condition& condition) {
                return std::holds_alternative<SetupNotRunning>(condition);
            });
        for (auto& condition : step.preconditions) {
            auto* copies = std::get_if<GoodCopyElsewhere>(&condition);
            auto* quorum = std::get_if<QuorumWithout>(&condition);
            if (copies && overrides.contains("copies-elsewhere")) copies->except = copies->without(basis);
            if (quorum && group && overrides.contains("quorum"))
                quorum->accepted = votesWithout(*group, basis.nodes, plan.server);
        }
    }
}

} // namespace drydock::maintenance
