// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/run_announcer.h"

#include "model/tables/text.h"

#include <algorithm>
#include <utility>

namespace drydock::app {
namespace {

using maintenance::RunPhase;
using maintenance::RunState;

bool waitsForHands(const RunState& run)
{
    const auto at = run.current;
    return run.phase == RunPhase::Running && at < run.steps.size() && run.plan.steps[at].byHand &&
           run.steps[at].status == maintenance::StepStatus::Waiting;
}

bool needsOperator(const RunState& run) { return run.phase == RunPhase::Asking || waitsForHands(run); }

double shareDone(const RunState& run)
{
    return run.steps.empty() ? 0.0 : double(run.settledSteps()) / double(run.steps.size());
}

} // namespace

void RunAnnouncer::show(const std::vector<RunState>& runs, bool inFront)
{
    if (runs.empty())
        m_desktop.hideProgress();
    else
        m_desktop.showProgress(shareDone(runs.front()), std::any_of(runs.begin(), runs.end(), needsOperator));
    std::set<std::string> needs;
    for (const auto& run : runs) {
        if (!needsOperator(run)) continue;
        const auto& need = *needs.insert(run.id + " " + std::to_string(run.current)).first;
        if (inFront || m_known.contains(need)) continue;
        const auto server = tables::plainText(run.plan.server.text());
        const bool asks = run.phase == RunPhase::Asking;
        m_desktop.notify(asks ? tr("%1 asks what to do").arg(server) : tr("%1 waits for commands by hand").arg(server),
                         run.current < run.plan.steps.size() ? tables::translated(run.plan.steps[run.current].title)
                                                             : QString());
    }
    if (inFront || needs.empty()) m_desktop.withdraw();
    m_known = std::move(needs);
}

} // namespace drydock::app
