// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/run_summary.h"

#include <algorithm>

namespace drydock::maintenance {

bool RunSummary::operator==(const RunSummary&) const = default;

bool RunSummary::resumable() const { return isResumable(phase); }
bool RunSummary::succeeded() const { return isSuccess(outcome); }
bool RunSummary::isAbout(const domain::ServerName& name, const std::string& fqdn) const
{
    return server == name && (serverFqdn.empty() || fqdn.empty() || domain::equalsIgnoringCase(serverFqdn, fqdn));
}

std::size_t RunSummary::currentStep() const { return std::min(current + 1, steps); }

RunSummary summaryOf(const RunState& run)
{
    return {.id = run.id,
            .number = run.number,
            .runKind = run.plan.runKind,
            .server = run.plan.server,
            .serverFqdn = run.plan.serverFqdn,
            .operatorName = run.operatorName,
            .reason = run.reason,
            .changeNumber = run.changeNumber,
            .phase = run.phase,
            .outcome = run.outcome,
            .current = run.current,
            .steps = run.plan.steps.size(),
            .startedAt = run.startedAt,
            .finishedAt = run.finishedAt,
            .sentSomething = run.sentSomething()};
}

} // namespace drydock::maintenance
