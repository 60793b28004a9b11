// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/evaluation.h"

namespace drydock::maintenance {

using namespace domain;

Evaluation evaluateAll(const std::vector<Condition>& conditions, const DagSnapshot& snapshot)
{
    Evaluation evaluation;
    bool startUnread = true;
    bool onlyGoOnWithout = true;
    for (const auto& condition : conditions) {
        const auto result = evaluate(condition, snapshot);
        evaluation.evidence.push_back(result.found.english());
        evaluation.early = evaluation.early || result.early;
        if (result.status == ConditionStatus::Met) continue;
        onlyGoOnWithout = onlyGoOnWithout && result.needsGoOnWithout;
        startUnread = startUnread && std::holds_alternative<ServiceNoticed>(condition) &&
                      (result.status == ConditionStatus::Unknown || result.withinSkew);
        if (result.status == ConditionStatus::NotMet) evaluation.notMet = true;
        if (result.inProgress) evaluation.inProgress = true;
        if (evaluation.met) evaluation.missing = result.found;
        evaluation.allMissing += (evaluation.allMissing.empty() ? "" : ", ") + result.found.english();
        evaluation.met = false;
    }
    evaluation.onlyGoOnWithout = !evaluation.met && onlyGoOnWithout;
    evaluation.onlyStartUnread = !evaluation.met && startUnread;
    return evaluation;
}

} // namespace drydock::maintenance
