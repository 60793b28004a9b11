// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/dry_run.h"

#include "model/maintenance/messages.h"

#include <set>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Returns whether an earlier step of the plan changes a component after which the service must restart, so that the
// condition cannot hold then even if it holds now.
bool willBeStale(const Condition& condition, const std::set<std::string>& changedComponents)
{
    const auto* noticed = std::get_if<ServiceNoticed>(&condition);
    return noticed && changedComponents.count(noticed->component) != 0;
}

} // namespace

std::vector<DryRunLine> dryRun(const Plan& plan, const DagSnapshot& snapshot)
{
    std::vector<DryRunLine> lines;
    std::set<std::string> changedComponents;
    for (const auto& step : plan.steps) {
        bool holds = !step.verification.empty();
        const Condition* unknown = nullptr;
        for (const auto& condition : step.verification) {
            const auto truth = evaluate(condition, snapshot).status;
            holds = holds && truth == ConditionStatus::Met && !willBeStale(condition, changedComponents);
            if (truth == ConditionStatus::Unknown) unknown = &condition;
        }
        DryRunLine line{step.kind, holds && !step.commands.empty(), {}};
        if (line.wouldBeSkipped)
            line.text = sentence<"would-be-skipped">();
        else if (unknown)
            line.text = sentence<"cannot-tell">(evaluate(*unknown, snapshot).found);
        else if (step.commands.empty())
            line.text = sentence<"would-read-and-wait">();
        else
            line.text = sentence<"would-run">();
        if (!line.wouldBeSkipped && !step.commands.empty())
            for (const auto& condition : step.verification)
                if (const auto* entry = std::get_if<RequesterStateIs>(&condition))
                    changedComponents.insert(entry->component);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace drydock::maintenance
