// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/run_resume.h"

#include "model/maintenance/step_timeouts.h"

#include <algorithm>
#include <iterator>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Returns whether a later reading can show that the step is still done. It cannot for recorded settings, which describe
// the past; for waits, which later steps repeat; and for steps that ended with a warning because their conditions were
// not met. Where a command's outcome was unknown and its effect was read, they were.
bool isRecheckable(const Step& step, const StepState& state)
{
    const bool mayBeUnmet = state.error && step.onTimeout == OnTimeout::Warn;
    return state.settled() && !mayBeUnmet && !step.commands.empty();
}

// Returns whether the verification of `restart` is that the service started after the change that `change` makes.
bool provesChangeOf(const Step& restart, const Step& change)
{
    for (const auto& proof : restart.verification)
        if (const auto* noticed = std::get_if<ServiceNoticed>(&proof))
            for (const auto& condition : change.verification)
                if (const auto* entry = std::get_if<RequesterStateIs>(&condition);
                    entry && entry->component == noticed->component && entry->requester == noticed->requester)
                    return true;
    return false;
}

} // namespace

std::optional<Error> RunResume::anotherServer(const DagSnapshot& snapshot) const
{
    const auto* server = snapshot.server(m_run.plan.server);
    const auto& fqdn = m_run.plan.serverFqdn;
    // A name without a domain is all that is known where Get-ExchangeServer could not be read.
    if (!server || server->fqdn.find('.') == std::string::npos || fqdn.empty() ||
        equalsIgnoringCase(server->fqdn, fqdn))
        return {};
    return Error{ErrorKind::Usage, "continue " + m_run.id, "it is about " + fqdn + ", and this is " + server->fqdn, 0,
                 nullptr};
}

RunnerState RunResume::resume(std::optional<RetryMode> mode)
{
    const auto decision = mode ? std::optional(RetryDecision{decisionStep(), *mode}) : std::nullopt;
    const bool begins = m_run.plan.shared && !m_run.sentSomething() && !undoing();
    return record(record::Continued{mode.has_value(), mode == RetryMode::SendAgain},
                  begins ? AfterRecord::ShareBeginAgain : AfterRecord::RecheckDoneSteps, {}, {}, decision);
}

RunnerState RunResume::recheck(Wish wish, Rechecking state)
{
    Needs all{{SnapshotSection::Servers, ServerName()}};
    for (std::size_t i = 0; i < m_run.steps.size(); ++i)
        if (isRecheckable(m_run.plan.steps[i], m_run.steps[i]))
            for (const auto& condition : m_run.demanded(m_run.plan.steps[i].verification))
                all.merge(needs(condition));
    readSnapshot(std::move(all));
    return Working{wish, std::move(state)};
}

RunnerState RunResume::onRecheck(Wish wish, Rechecking state, const DagSnapshot& snapshot)
{
    // Another domain controller than the one that was written to does not show that a step was undone. The last step
    // verifies everything.
    if (m_run.domainController != m_run.plan.domainController) return atBoundary(wish, state.decision);
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < m_run.steps.size(); ++i) {
        if (!isRecheckable(m_run.plan.steps[i], m_run.steps[i])) continue;
        const auto conditions = m_run.demanded(m_run.plan.steps[i].verification);
        const bool notMet = std::any_of(conditions.begin(), conditions.end(), [&](const Condition& c) {
            const auto result = evaluate(c, snapshot);
            return result.status == ConditionStatus::NotMet && !result.withinSkew;
        });
        if (notMet) changed.push_back(i);
    }
    state.failures = 0;
    if (changed.empty()) return atBoundary(wish, state.decision);
    std::vector<std::size_t> twice;
    std::set_intersection(changed.begin(), changed.end(), state.suspects.begin(), state.suspects.end(),
                          std::back_inserter(twice));
    if (!state.suspected || twice.empty()) {
        if (state.suspected) return atBoundary(wish, state.decision); // the two readings disagree
        m_effects.emplace_back(effect::SetTimer{recheckInterval});
        return Working{wish, RecheckWaiting{{state.decision, std::move(changed), true, 0}}};
    }
    // A restart that makes transport notice a change must be repeated after that change is repeated.
    for (std::size_t i = 0; i < m_run.steps.size(); ++i)
        if (m_run.steps[i].settled() && !m_run.plan.steps[i].commands.empty() &&
            std::any_of(twice.begin(), twice.end(), [&](std::size_t changedStep) {
                return changedStep < i && provesChangeOf(m_run.plan.steps[i], m_run.plan.steps[changedStep]);
            }))
            twice.push_back(i);
    std::sort(twice.begin(), twice.end());
    twice.erase(std::unique(twice.begin(), twice.end()), twice.end());
    return record(record::StepsReopened{std::move(twice)}, AfterRecord::BeginNextStep, wish, {}, state.decision);
}

} // namespace drydock::maintenance
