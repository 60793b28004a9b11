// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/run_effects.h"

#include "model/maintenance/organisation_record.h"

namespace drydock::maintenance {

using namespace domain;

void RunEffects::readSnapshot(Needs needs)
{
    m_effects.emplace_back(effect::ReadSnapshot{std::move(needs), m_run.domainController});
}

RunnerState RunEffects::record(RecordBody body, AfterRecord then, Wish wish, std::optional<StepWork> work,
                               std::optional<RetryDecision> decision)
{
    JournalRecord record{m_sequence, m_now.wall, std::move(body)};
    m_effects.emplace_back(effect::WriteJournal{record});
    return Working{wish, Recording{std::move(record), then, std::move(work), decision, {}}};
}

RunnerState RunEffects::note(std::string text, AfterRecord then, Wish wish)
{
    return record(record::Note{std::move(text)}, then, wish);
}

RunnerState RunEffects::share(Wish wish, Sharing sharing)
{
    if (sharing.comments.empty()) return noteNotShared(wish, std::move(sharing), "it does not fit");
    m_effects.emplace_back(effect::Send{writeComment(m_run.plan.server, sharing.comments[sharing.next])});
    return Working{wish, std::move(sharing)};
}

RunnerState RunEffects::noteNotShared(Wish wish, Sharing sharing, const std::string& why)
{
    JournalRecord record{m_sequence, m_now.wall, record::Note{"not in the organisation's record: " + why}};
    m_effects.emplace_back(effect::WriteJournal{record});
    return Working{wish, Recording{std::move(record), sharing.then, {}, sharing.decision, sharing.outcome}};
}

RunnerState RunEffects::ask()
{
    m_run.phase = RunPhase::Asking;
    m_run.outcome = m_run.restingOutcome();
    m_effects.emplace_back(effect::Rest{m_run.outcome});
    return Asking{};
}

RunnerState RunEffects::pause()
{
    m_run.phase = RunPhase::Paused;
    return Paused{};
}

RunnerState RunEffects::rest(Outcome outcome)
{
    m_run.phase = RunPhase::Stopped;
    m_run.outcome = outcome;
    m_effects.emplace_back(effect::Rest{outcome});
    return Stopped{};
}

// Puts the run to rest, so that it can be resumed. The current step shows the error.
RunnerState RunEffects::endWithError(const Error& error, Outcome outcome)
{
    if (m_run.restingOutcome() == Outcome::Unknown) outcome = Outcome::Unknown;
    if (m_run.current < m_run.steps.size()) m_run.steps[m_run.current].error = error;
    return rest(outcome);
}

// The end is written into the organisation's record first, so that the journal can note that it was not.
RunnerState RunEffects::finish(Outcome outcome)
{
    if (!m_run.plan.shared) return record(record::RunFinished{outcome}, AfterRecord::Finish);
    return share({}, {endComments(m_run, outcome), 0, false, AfterRecord::RecordEnd, {}, outcome});
}

void RunEffects::forgetUnrecorded(const StepWork& work)
{
    if (work.unrecorded()) stateOf(work) = *work.unrecorded();
}

} // namespace drydock::maintenance
