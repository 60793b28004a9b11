// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/runner.h"

#include "model/domain/error_traits.h"
#include "model/domain/messages.h"
#include "model/domain/overloaded.h"
#include "model/maintenance/domain_controller.h"
#include "model/maintenance/journal_replay.h"
#include "model/maintenance/live_progress.h"
#include "model/maintenance/organisation_record.h"
#include "model/maintenance/runner_state.h"
#include "model/maintenance/step_timeouts.h"

#include <algorithm>
#include <utility>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Returns whether a later reading can show that the step is still done. It cannot for recorded settings, which describe
// the past; for waits, which later steps repeat; and for steps that ended with a warning, whose conditions were not
// met.
bool isRecheckable(const Step& step, const StepState& state)
{
    return state.settled() && !state.error && !step.commands.empty();
}

// Returns whether an undo must handle the step. A step that was skipped or not started was not changed by this run.
bool isTouched(const StepState& step)
{
    return step.reopened || step.sent.size() > step.attempt ||
           (step.status != StepStatus::ToDo && step.status != StepStatus::Checking &&
            step.status != StepStatus::Skipped && step.status != StepStatus::Undone);
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

// Handles one call of Runner::on(). Each function takes the state that is left and returns the state that is entered.
class EventHandler
{
public:
    EventHandler(RunState& facts, std::uint64_t& sequence, Moment now)
        : m_facts(facts), m_sequence(sequence), m_now(now)
    {
    }

    std::vector<Effect> takeEffects() { return std::move(m_effects); }

    // An event without a meaning in a state does not change it.
    template <class State, class Event> RunnerState on(State state, const Event&) { return state; }

    RunnerState on(NotStarted, const event::Start&)
    {
        return record(record::RunCreated{m_facts},
                      m_facts.plan.shared ? AfterRecord::ShareBegin : AfterRecord::BeginNextStep);
    }

    // Without a decision of the operator, only commands that were not sent yet are sent.
    RunnerState on(Paused, const event::Start&) { return resume(std::nullopt); }
    RunnerState on(Stopped, const event::Start&) { return resume(std::nullopt); }
    RunnerState on(Asking, const event::Start&) { return resume(std::nullopt); }
    RunnerState on(Paused, const event::ContinueRequested&) { return continueSteps({}, {}); }
    RunnerState on(Stopped, const event::ContinueRequested&) { return resume(RetryMode::Retry); }
    RunnerState on(Asking, const event::ContinueRequested&) { return resume(RetryMode::Retry); }
    // There is no SendAgainRequested for a paused run, which has no current step that it could apply to.
    RunnerState on(Stopped, const event::SendAgainRequested&) { return resume(RetryMode::SendAgain); }
    RunnerState on(Asking, const event::SendAgainRequested&) { return resume(RetryMode::SendAgain); }
    RunnerState on(Asking, const event::StopRequested&) { return rest(m_facts.outcome); }
    RunnerState on(Paused, const event::StopRequested&) { return note("stopped on request", AfterRecord::Stop); }
    RunnerState on(Paused, const event::UndoRequested& request) { return beginUndo(Paused{}, request.downTo); }
    RunnerState on(Stopped, const event::UndoRequested& request) { return beginUndo(Stopped{}, request.downTo); }
    RunnerState on(Asking, const event::UndoRequested& request) { return beginUndo(Asking{}, request.downTo); }
    RunnerState on(Paused, const event::AbandonRequested&) { return finish(Outcome::Abandoned); }
    RunnerState on(Stopped, const event::AbandonRequested&) { return finish(Outcome::Abandoned); }
    RunnerState on(Asking, const event::AbandonRequested&) { return finish(Outcome::Abandoned); }
    RunnerState on(Asking state, const event::WaiveRequested&)
    {
        return mayGoOnWithout(m_facts.current) ? waive({}, m_facts.current) : RunnerState(state);
    }

    RunnerState on(Working working, const event::PauseRequested&) { return wished(std::move(working), wish::Pause{}); }
    RunnerState on(Working working, const event::StopRequested&)
    {
        if (m_facts.phase == RunPhase::Running) m_facts.phase = RunPhase::StopRequested;
        return wished(std::move(working), wish::Stop{});
    }
    RunnerState on(Working working, const event::UndoRequested& request)
    {
        if (!mayUndo(request.downTo)) return working;
        return wished(std::move(working), wish::Undo{request.downTo});
    }
    RunnerState on(Working working, const event::AbandonRequested&)
    {
        return wished(std::move(working), wish::Abandon{});
    }
    RunnerState on(Working working, const event::ContinueRequested&);
    RunnerState on(Working working, const event::WaiveRequested&);

    RunnerState on(Working working, const event::JournalWritten& written);
    RunnerState on(Working working, const event::JournalFailed& failed);
    RunnerState on(Working working, const event::SnapshotRead& read);
    RunnerState on(Working working, const event::SnapshotFailed& failed);
    RunnerState on(Working working, const event::CommandAnswered& answered);
    RunnerState on(Working working, const event::Timer&);

private:
    const Step& plan(const StepWork& work) const { return m_facts.plan.steps[work.index()]; }
    StepState& facts(const StepWork& work) { return m_facts.steps[work.index()]; }
    bool undoing() const { return m_facts.undoDownTo.has_value(); }
    bool mayUndo(std::size_t downTo) const
    {
        // A reinstate run is not undone. Taking the server down again needs a new maintenance with its checks.
        return downTo < m_facts.steps.size() && m_facts.plan.direction == Direction::Enter &&
               !(undoing() && downTo >= *m_facts.undoDownTo);
    }

    void readSnapshot(Needs needs)
    {
        m_effects.emplace_back(effect::ReadSnapshot{std::move(needs), m_facts.domainController});
    }
    std::optional<RunnerState> changeDomainController(Working& working, const DagSnapshot& snapshot);

    // --- records ---

    RunnerState record(RecordBody body, AfterRecord then, Wish wish = {}, std::optional<StepWork> work = {},
                       std::optional<RetryDecision> decision = {})
    {
        JournalRecord record{m_sequence, m_now.wall, std::move(body)};
        m_effects.emplace_back(effect::WriteJournal{record});
        return Working{wish, Recording{std::move(record), then, std::move(work), decision, {}}};
    }
    RunnerState note(const char* text, AfterRecord then, Wish wish = {})
    {
        return record(record::Note{text}, then, wish);
    }
    RunnerState afterRecord(Wish wish, Recording recorded);

    // --- the organisation's record ---

    RunnerState share(Wish wish, Sharing sharing);
    RunnerState onShared(Wish wish, Sharing sharing, const Result<CommandReport>& answer);
    RunnerState noteNotShared(Wish wish, Sharing sharing, const std::string& why);

    // --- resuming ---

    std::optional<Error> anotherServer(const DagSnapshot& snapshot) const;
    RunnerState resume(std::optional<RetryMode> mode);
    RunnerState recheck(Wish wish, Rechecking state);
    RunnerState onRecheck(Wish wish, Rechecking state, const DagSnapshot& snapshot);

    // --- steps ---

    RunnerState continueSteps(Wish wish, std::optional<RetryDecision> decision)
    {
        return undoing() ? atUndoBoundary(wish, decision) : atBoundary(wish, decision);
    }
    RunnerState atBoundary(Wish wish, std::optional<RetryDecision> decision);
    RunnerState atUndoBoundary(Wish wish, std::optional<RetryDecision> decision);
    RunnerState beginStep(Wish wish, std::size_t index, Way way, std::optional<RetryDecision> decision);
    RunnerState perform(Wish wish, StepWork work, NextAction action);
    RunnerState read(Wish wish, StepWork work);
    std::size_t decisionStep() const;
    std::optional<std::size_t> nextToUndo() const;

    // --- wishes and rests ---

    RunnerState wished(Working working, Wish wish);
    std::optional<RunnerState> fulfilUrgent(Wish wish, const StepWork* work);
    RunnerState holdStep(StepWork work, AfterRecord then);
    RunnerState beginUndo(RunnerState unchanged, std::size_t downTo);
    bool mayGoOnWithout(std::size_t index) const
    {
        return index < m_facts.steps.size() && !undoing() && m_facts.steps[index].mayGoOnWithout;
    }
    RunnerState waive(Wish wish, std::size_t index);
    RunnerState ask();
    RunnerState pause();
    RunnerState rest(Outcome outcome);
    // The end is written into the organisation's record first, so that the journal can note that it was not.
    RunnerState finish(Outcome outcome)
    {
        if (!m_facts.plan.shared) return record(record::RunFinished{outcome}, AfterRecord::Finish);
        return share({}, {endComments(m_facts, outcome), 0, false, AfterRecord::RecordEnd, {}, outcome});
    }
    RunnerState endWithError(const Error& error, Outcome outcome);
    void forgetUnrecorded(const StepWork& work)
    {
        if (work.unrecorded()) facts(work) = *work.unrecorded();
    }

    RunState& m_facts;
    std::uint64_t& m_sequence;
    Moment m_now;
    std::vector<Effect> m_effects;
};

// --- events of a working run ---

RunnerState EventHandler::on(Working working, const event::ContinueRequested&)
{
    if (std::holds_alternative<wish::Stop>(working.wish) || std::holds_alternative<wish::Pause>(working.wish))
        working.wish = wish::None{};
    if (m_facts.phase == RunPhase::StopRequested) m_facts.phase = RunPhase::Running;
    auto* work = std::get_if<StepWork>(&working.activity);
    if (work && work->waits()) return read(working.wish, std::move(*work)); // reads now instead of after the wait
    return working;
}

RunnerState EventHandler::on(Working working, const event::WaiveRequested&)
{
    const auto index = m_facts.current;
    if (!mayGoOnWithout(index)) return working;
    const auto* work = std::get_if<StepWork>(&working.activity);
    if (work && work->waits()) return waive(working.wish, index);
    // What is outstanding comes first: the step may be done with it.
    if (std::holds_alternative<wish::None>(working.wish)) working.wish = wish::GoOnWithout{index};
    return working;
}

RunnerState EventHandler::on(Working working, const event::JournalWritten& written)
{
    auto* recording = std::get_if<Recording>(&working.activity);
    if (!recording || written.sequence != recording->record.sequence) return working;
    ++m_sequence;
    const bool ofStep = recording->work && recording->then != AfterRecord::ReadAgain;
    if (ofStep) recording->work->noteRecorded();
    if (auto applied = apply(m_facts, recording->record); !applied) {
        m_effects.clear();
        endWithError(applied.error(), Outcome::Failed);
        return JournalLost{};
    }
    return afterRecord(working.wish, std::move(*recording));
}

// Without a journal nothing more is sent. Another runner can continue what is on disk.
RunnerState EventHandler::on(Working working, const event::JournalFailed& failed)
{
    auto* recording = std::get_if<Recording>(&working.activity);
    if (!recording || failed.sequence != recording->record.sequence) return working;
    if (recording->work) forgetUnrecorded(*recording->work);
    auto* step = m_facts.current < m_facts.steps.size() ? &m_facts.steps[m_facts.current] : nullptr;
    const bool inFlight = step && !step->settled() && step->unanswered();
    if (inFlight) step->status = StepStatus::Unknown; // a replay of the journal gives the same status
    endWithError(failed.error, inFlight ? Outcome::Unknown : Outcome::Failed);
    return JournalLost{};
}

// Returns an error if the organisation has another server of that name: the run is about one in another domain.
std::optional<Error> EventHandler::anotherServer(const DagSnapshot& snapshot) const
{
    const auto* server = snapshot.server(m_facts.plan.server);
    const auto& fqdn = m_facts.plan.serverFqdn;
    // A name without a domain is all that is known where Get-ExchangeServer could not be read.
    if (!server || server->fqdn.find('.') == std::string::npos || fqdn.empty() ||
        equalsIgnoringCase(server->fqdn, fqdn))
        return {};
    return Error{ErrorKind::Usage, "continue " + m_facts.id, "it is about " + fqdn + ", and this is " + server->fqdn, 0,
                 nullptr};
}

// The reading was made at another domain controller, since the run's does not answer. The run stays with that one and
// reads again: it may not show yet what the run has changed. Where Exchange names no other one, the run goes on without
// one of its own.
std::optional<RunnerState> EventHandler::changeDomainController(Working& working, const DagSnapshot& snapshot)
{
    const auto& used = snapshot.domainController;
    const bool lost = snapshot.domainControllerLost;
    const bool changed = !used.empty() && !equalsIgnoringCase(used, m_facts.domainController);
    if (m_facts.domainController.empty() || (!changed && !lost)) return {};
    const record::Note note{m_facts.domainController + " does not answer", lost ? std::string() : used, lost};
    if (auto* rechecking = std::get_if<Rechecking>(&working.activity))
        return record(note, AfterRecord::RecheckDoneSteps, working.wish, {}, rechecking->decision);
    if (auto* work = std::get_if<StepWork>(&working.activity); work && work->reads())
        return record(note, AfterRecord::ReadAgain, working.wish, std::move(*work));
    return {};
}

RunnerState EventHandler::on(Working working, const event::SnapshotRead& read)
{
    if (!read.snapshot) return working;
    if (const auto other = anotherServer(*read.snapshot)) return endWithError(*other, Outcome::Failed);
    if (auto changed = changeDomainController(working, *read.snapshot)) return std::move(*changed);
    if (auto* rechecking = std::get_if<Rechecking>(&working.activity)) {
        updateLiveProgress(m_facts, *read.snapshot);
        if (auto next = fulfilUrgent(working.wish, nullptr)) return std::move(*next);
        return onRecheck(working.wish, std::move(*rechecking), *read.snapshot);
    }
    auto* work = std::get_if<StepWork>(&working.activity);
    if (!work || !work->reads()) return working;
    updateLiveProgress(m_facts, *read.snapshot);
    if (auto next = fulfilUrgent(working.wish, work)) return std::move(*next);
    auto action = work->onSnapshot(plan(*work), facts(*work), *read.snapshot, m_now);
    return perform(working.wish, std::move(*work), std::move(action));
}

RunnerState EventHandler::on(Working working, const event::SnapshotFailed& failed)
{
    if (auto* rechecking = std::get_if<Rechecking>(&working.activity)) {
        if (auto next = fulfilUrgent(working.wish, nullptr)) return std::move(*next);
        if (failed.error.kind == ErrorKind::NotAuthenticated || ++rechecking->failures >= maxRecheckFailures)
            return endWithError(failed.error,
                                m_facts.restingOutcome() == Outcome::Unknown ? Outcome::Unknown : Outcome::Failed);
        m_effects.emplace_back(effect::SetTimer{recheckInterval});
        return Working{working.wish, RecheckWaiting{std::move(*rechecking)}};
    }
    auto* work = std::get_if<StepWork>(&working.activity);
    if (!work || !work->reads()) return working;
    if (auto next = fulfilUrgent(working.wish, work)) return std::move(*next);
    auto action = work->onSnapshotFailed(plan(*work), facts(*work), failed.error, m_now);
    return perform(working.wish, std::move(*work), std::move(action));
}

RunnerState EventHandler::on(Working working, const event::CommandAnswered& answered)
{
    if (auto* sharing = std::get_if<Sharing>(&working.activity))
        return onShared(working.wish, std::move(*sharing), answered.result);
    auto* work = std::get_if<StepWork>(&working.activity);
    const auto* awaited = work ? std::get_if<step::AwaitingAnswer>(&work->activity()) : nullptr;
    if (!awaited) return working;
    record::CommandReturned returned{work->index(), awaited->command, work->way() == Way::Undo, {}, {}, {}};
    if (answered.result) {
        returned.warnings = answered.result->warnings;
        returned.moves = answered.result->moves;
        returned.remarks = answered.result->remarks;
    } else
        returned.error = answered.result.error();
    return record(std::move(returned), AfterRecord::HandleAnswer, working.wish, std::move(*work));
}

RunnerState EventHandler::on(Working working, const event::Timer&)
{
    if (auto* waiting = std::get_if<RecheckWaiting>(&working.activity)) {
        if (auto next = fulfilUrgent(working.wish, nullptr)) return std::move(*next);
        return recheck(working.wish, std::move(waiting->next));
    }
    auto* work = std::get_if<StepWork>(&working.activity);
    if (!work || !work->waits()) return working;
    if (auto next = fulfilUrgent(working.wish, work)) return std::move(*next);
    return read(working.wish, std::move(*work));
}

// --- what follows a record ---

RunnerState EventHandler::afterRecord(Wish wish, Recording recorded)
{
    switch (recorded.then) {
    case AfterRecord::ShareBegin:
        return share(wish, {beginComments(m_facts), 0, false, AfterRecord::BeginNextStep, {}, {}});
    case AfterRecord::ShareBeginAgain:
        m_facts.phase = RunPhase::Running;
        return share(wish, {beginComments(m_facts), 0, false, AfterRecord::RecheckDoneSteps, recorded.decision, {}});
    case AfterRecord::BeginNextStep:
        return atBoundary(wish, recorded.decision);
    case AfterRecord::RecheckDoneSteps:
        m_facts.phase = undoing() ? RunPhase::Undoing : RunPhase::Running;
        if (undoing()) return atUndoBoundary(wish, recorded.decision);
        return recheck(wish, {recorded.decision, {}, false, 0});
    case AfterRecord::ContinueStep: {
        if (auto next = fulfilUrgent(wish, &*recorded.work)) return std::move(*next);
        auto action = recorded.work->onStarted(plan(*recorded.work), facts(*recorded.work), m_now);
        return perform(wish, std::move(*recorded.work), std::move(action));
    }
    case AfterRecord::SendCommand: {
        auto& work = *recorded.work;
        const auto command = facts(work).sent.back().command;
        work.noteSending(command);
        const auto& step = plan(work);
        const auto& planned = (work.way() == Way::Undo ? step.undo : step.commands)[command];
        m_effects.emplace_back(effect::Send{withDomainController(planned, m_facts.domainController)});
        return Working{wish, std::move(work)};
    }
    case AfterRecord::HandleAnswer: {
        if (auto next = fulfilUrgent(wish, &*recorded.work)) return std::move(*next);
        auto action = recorded.work->onAnswer(plan(*recorded.work), facts(*recorded.work), m_now);
        return perform(wish, std::move(*recorded.work), std::move(action));
    }
    case AfterRecord::ReadAgain:
        if (auto next = fulfilUrgent(wish, &*recorded.work)) return std::move(*next);
        return read(wish, std::move(*recorded.work));
    case AfterRecord::LeaveStep:
        return continueSteps(wish, {});
    case AfterRecord::AskOperator:
        if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
        return ask();
    case AfterRecord::NoteStop:
        if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
        return note("stopped on request", AfterRecord::Stop);
    case AfterRecord::Stop:
        if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
        return rest(m_facts.restingOutcome());
    case AfterRecord::Pause:
        if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
        if (std::holds_alternative<wish::Stop>(wish)) return note("stopped on request", AfterRecord::Stop);
        if (std::holds_alternative<wish::None>(wish)) return continueSteps(wish, {});
        return pause();
    case AfterRecord::UndoNextStep:
        return atUndoBoundary(wish, recorded.decision);
    case AfterRecord::StopUndone:
        m_facts.current = m_facts.firstOpen();
        return rest(Outcome::Undone);
    case AfterRecord::RecordEnd:
        return record(record::RunFinished{recorded.outcome}, AfterRecord::Finish);
    case AfterRecord::Finish:
        m_effects.emplace_back(effect::Finished{m_facts.outcome});
        return Finished{};
    }
    return Stopped{};
}

// --- the organisation's record ---

RunnerState EventHandler::share(Wish wish, Sharing sharing)
{
    if (sharing.comments.empty()) return noteNotShared(wish, std::move(sharing), "it does not fit");
    if (sharing.next == sharing.comments.size())
        return afterRecord(wish, {{}, sharing.then, {}, sharing.decision, sharing.outcome});
    m_effects.emplace_back(effect::Send{writeComment(m_facts.plan.server, sharing.comments[sharing.next])});
    return Working{wish, std::move(sharing)};
}

// A comment may be written twice: it says the same of the same run. Without it the run goes on.
RunnerState EventHandler::onShared(Wish wish, Sharing sharing, const Result<CommandReport>& answer)
{
    if (answer || (affectsConnection(answer.error().kind) && !sharing.repeated)) {
        sharing.next += answer ? 1 : 0;
        sharing.repeated = !answer;
        return share(wish, std::move(sharing));
    }
    return noteNotShared(wish, std::move(sharing), answer.error().summary());
}

RunnerState EventHandler::noteNotShared(Wish wish, Sharing sharing, const std::string& why)
{
    JournalRecord record{m_sequence, m_now.wall, record::Note{"not in the organisation's record: " + why}};
    m_effects.emplace_back(effect::WriteJournal{record});
    return Working{wish, Recording{std::move(record), sharing.then, {}, sharing.decision, sharing.outcome}};
}

// --- resuming ---

RunnerState EventHandler::resume(std::optional<RetryMode> mode)
{
    const auto decision = mode ? std::optional(RetryDecision{decisionStep(), *mode}) : std::nullopt;
    const bool begins = m_facts.plan.shared && !m_facts.sentSomething() && !undoing();
    return record(record::Continued{mode.has_value(), mode == RetryMode::SendAgain},
                  begins ? AfterRecord::ShareBeginAgain : AfterRecord::RecheckDoneSteps, {}, {}, decision);
}

RunnerState EventHandler::recheck(Wish wish, Rechecking state)
{
    Needs all{{SnapshotSection::Servers, ServerName()}};
    for (std::size_t i = 0; i < m_facts.steps.size(); ++i)
        if (isRecheckable(m_facts.plan.steps[i], m_facts.steps[i]))
            for (const auto& condition : m_facts.demanded(m_facts.plan.steps[i].verification))
                all.merge(needs(condition));
    readSnapshot(std::move(all));
    return Working{wish, std::move(state)};
}

RunnerState EventHandler::onRecheck(Wish wish, Rechecking state, const DagSnapshot& snapshot)
{
    // Another domain controller than the one that was written to does not show that a step was undone. The last step
    // verifies everything.
    if (m_facts.domainController != m_facts.plan.domainController) return atBoundary(wish, state.decision);
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < m_facts.steps.size(); ++i) {
        if (!isRecheckable(m_facts.plan.steps[i], m_facts.steps[i])) continue;
        const auto conditions = m_facts.demanded(m_facts.plan.steps[i].verification);
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
    for (std::size_t i = 0; i < m_facts.steps.size(); ++i)
        if (m_facts.steps[i].settled() && !m_facts.plan.steps[i].commands.empty() &&
            std::any_of(twice.begin(), twice.end(), [&](std::size_t changedStep) {
                return changedStep < i && provesChangeOf(m_facts.plan.steps[i], m_facts.plan.steps[changedStep]);
            }))
            twice.push_back(i);
    std::sort(twice.begin(), twice.end());
    twice.erase(std::unique(twice.begin(), twice.end()), twice.end());
    return record(record::StepsReopened{std::move(twice)}, AfterRecord::BeginNextStep, wish, {}, state.decision);
}

// --- steps ---

// Returns the step that a decision of the operator applies to.
std::size_t EventHandler::decisionStep() const
{
    if (undoing()) return nextToUndo().value_or(*m_facts.undoDownTo);
    return m_facts.firstOpen();
}

std::optional<std::size_t> EventHandler::nextToUndo() const
{
    for (std::size_t i = m_facts.steps.size(); i > *m_facts.undoDownTo; --i)
        if (isTouched(m_facts.steps[i - 1])) return i - 1;
    return {};
}

// Decides between two steps whether the run stops, pauses, is undone, finishes or begins the next step.
RunnerState EventHandler::atBoundary(Wish wish, std::optional<RetryDecision> decision)
{
    m_facts.current = m_facts.firstOpen();
    if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
    if (m_facts.current >= m_facts.steps.size())
        return finish(m_facts.warnings.empty() ? Outcome::Succeeded : Outcome::SucceededWithWarnings);
    if (std::holds_alternative<wish::Stop>(wish)) return note("stopped on request", AfterRecord::Stop);
    if (std::holds_alternative<wish::Pause>(wish)) return pause();
    m_facts.phase = RunPhase::Running;
    return beginStep(wish, m_facts.current, Way::Forward, decision);
}

RunnerState EventHandler::atUndoBoundary(Wish wish, std::optional<RetryDecision> decision)
{
    if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
    const auto index = nextToUndo();
    if (!index) {
        if (*m_facts.undoDownTo == 0) return finish(Outcome::Undone);
        return record(record::UndoFinished{}, AfterRecord::StopUndone, wish);
    }
    m_facts.current = *index;
    if (std::holds_alternative<wish::Stop>(wish)) return note("stopped on request", AfterRecord::Stop);
    if (std::holds_alternative<wish::Pause>(wish)) return pause();
    m_facts.phase = RunPhase::Undoing;
    if (m_facts.plan.steps[*index].undo.empty())
        return record(record::StepFinished{*index, StepStatus::Undone, {"nothing to undo"}, {}, false},
                      AfterRecord::UndoNextStep, wish, {}, decision);
    return beginStep(wish, *index, Way::Undo, decision);
}

// Begins a step. A decision of the operator applies to one step only and is dropped when another one begins.
RunnerState EventHandler::beginStep(Wish wish, std::size_t index, Way way, std::optional<RetryDecision> decision)
{
    const auto mode = decision && decision->step == index ? std::optional(decision->mode) : std::nullopt;
    if (std::holds_alternative<wish::GoOnWithout>(wish)) wish = wish::None{};
    StepWork work(index, m_facts.plan.steps[index], m_facts.steps[index], m_facts, way, mode, m_now);
    auto needs = work.needs(plan(work), facts(work));
    if (way == Way::Undo) needs.insert({SnapshotSection::Servers, ServerName()}); // for anotherServer()
    readSnapshot(std::move(needs));
    return Working{wish, std::move(work)};
}

RunnerState EventHandler::read(Wish wish, StepWork work)
{
    work.read(facts(work));
    readSnapshot(work.needs(plan(work), facts(work)));
    return Working{wish, std::move(work)};
}

RunnerState EventHandler::perform(Wish wish, StepWork work, NextAction action)
{
    const auto index = work.index();
    const auto* without = std::get_if<wish::GoOnWithout>(&wish);
    const bool rests = std::holds_alternative<next::Wait>(action) || std::holds_alternative<next::AskOperator>(action);
    if (without && rests && without->step == index && mayGoOnWithout(index)) return waive(wish, index);
    return std::visit(
        Overloaded{
            [&](const next::ReadSnapshot&) -> RunnerState {
                readSnapshot(work.needs(plan(work), facts(work)));
                return Working{wish, std::move(work)};
            },
            [&](const next::StartStep&) -> RunnerState {
                return record(record::StepStarted{index}, AfterRecord::ContinueStep, wish, std::move(work));
            },
            [&](const next::SendCommand& send) -> RunnerState {
                const bool undo = work.way() == Way::Undo;
                return record(record::CommandSending{index, send.command, undo}, AfterRecord::SendCommand, wish,
                              std::move(work));
            },
            // A stop or a pause takes effect while the step only waits, because its conditions may never be met.
            [&](const next::Wait& wait) -> RunnerState {
                if (std::holds_alternative<wish::Stop>(wish)) return holdStep(std::move(work), AfterRecord::NoteStop);
                if (std::holds_alternative<wish::Pause>(wish)) return holdStep(std::move(work), AfterRecord::Pause);
                m_effects.emplace_back(effect::SetTimer{wait.until - m_now.uptime});
                return Working{wish, std::move(work)};
            },
            [&](next::EndStep& end) -> RunnerState {
                return record(record::StepFinished{index, end.status, std::move(end.evidence), end.error, false},
                              AfterRecord::LeaveStep, wish, std::move(work));
            },
            [&](next::AskOperator& ask) -> RunnerState {
                const bool sendable = facts(work).sendable;
                return record(
                    record::StepFinished{index, ask.status, std::move(ask.evidence), std::move(ask.error), sendable},
                    AfterRecord::AskOperator, wish, std::move(work));
            },
        },
        action);
}

// --- wishes and rests ---

// Notes the operator's wish, and fulfils it at once unless an answer is outstanding.
RunnerState EventHandler::wished(Working working, Wish wish)
{
    if (wish.index() >= working.wish.index()) working.wish = wish;
    const bool waiting = std::holds_alternative<RecheckWaiting>(working.activity);
    auto* work = std::get_if<StepWork>(&working.activity);
    if (!waiting && !(work && work->waits())) return working; // the outstanding answer comes first
    if (auto next = fulfilUrgent(working.wish, work)) return std::move(*next);
    const bool stop = std::holds_alternative<wish::Stop>(working.wish);
    if (!work) return stop ? note("stopped on request", AfterRecord::Stop) : working;
    return holdStep(std::move(*work), stop ? AfterRecord::NoteStop : AfterRecord::Pause);
}

// Fulfils Abandon and Undo, which do not wait for the end of the step.
std::optional<RunnerState> EventHandler::fulfilUrgent(Wish wish, const StepWork* work)
{
    const auto* undo = std::get_if<wish::Undo>(&wish);
    if (!undo && !std::holds_alternative<wish::Abandon>(wish)) return {};
    if (work) forgetUnrecorded(*work);
    if (undo) return beginUndo(Stopped{}, undo->downTo);
    return finish(Outcome::Abandoned);
}

// Leaves a step that only waits. The commands that were sent stay sent; when the run continues, the step begins anew
// with its full time.
RunnerState EventHandler::holdStep(StepWork work, AfterRecord then)
{
    const bool recorded = !work.unrecorded();
    forgetUnrecorded(work);
    const auto& step = facts(work);
    const Wish wish = then == AfterRecord::Pause ? Wish(wish::Pause{}) : Wish(wish::None{});
    if (recorded) return record(record::StepHeld{work.index(), step.status, step.sendable}, then, wish);
    if (then == AfterRecord::Pause) return pause();
    return note("stopped on request", AfterRecord::Stop);
}

RunnerState EventHandler::beginUndo(RunnerState unchanged, std::size_t downTo)
{
    if (!mayUndo(downTo)) return unchanged;
    // A repeated request is also the decision to send again the undo commands that were refused before.
    const auto decision = undoing() ? std::optional(RetryDecision{decisionStep(), RetryMode::Retry}) : std::nullopt;
    return record(record::UndoRequested{downTo}, AfterRecord::UndoNextStep, {}, {}, decision);
}

// Ends the step although its waivable conditions are not met, as the operator has decided.
RunnerState EventHandler::waive(Wish wish, std::size_t index)
{
    if (std::holds_alternative<wish::GoOnWithout>(wish)) wish = wish::None{};
    const auto& step = m_facts.steps[index];
    auto left = step.waitingFor;
    if (left.empty() && step.error) left = domain::sentence<"verbatim">(step.error->detail); // the run rested
    return record(record::StepWaived{index, std::move(left)}, AfterRecord::LeaveStep, wish);
}

RunnerState EventHandler::pause()
{
    m_facts.phase = RunPhase::Paused;
    return Paused{};
}

RunnerState EventHandler::ask()
{
    m_facts.phase = RunPhase::Asking;
    m_facts.outcome = m_facts.restingOutcome();
    m_effects.emplace_back(effect::Finished{m_facts.outcome});
    return Asking{};
}

RunnerState EventHandler::rest(Outcome outcome)
{
    m_facts.phase = RunPhase::Stopped;
    m_facts.outcome = outcome;
    m_effects.emplace_back(effect::Finished{outcome});
    return Stopped{};
}

// Puts the run to rest, so that it can be resumed. The current step shows the error.
RunnerState EventHandler::endWithError(const Error& error, Outcome outcome)
{
    if (m_facts.restingOutcome() == Outcome::Unknown) outcome = Outcome::Unknown;
    if (m_facts.current < m_facts.steps.size()) m_facts.steps[m_facts.current].error = error;
    return rest(outcome);
}

// --- the runner ---

struct Runner::Private {
    RunState facts;
    std::uint64_t sequence = 0;
    RunnerState state;
};

namespace {

RunnerState stateOf(const RunState& facts)
{
    switch (facts.phase) {
    case RunPhase::NotStarted:
        return NotStarted{};
    case RunPhase::Finished:
        return Finished{};
    case RunPhase::Paused:
        return Paused{};
    case RunPhase::Asking:
        return Asking{};
    default:
        return Stopped{}; // a replayed run is at rest, whatever it was doing
    }
}

} // namespace

Runner::Runner(RunState state, std::uint64_t nextSequence) : d(std::make_unique<Private>())
{
    state.steps.resize(state.plan.steps.size());
    d->state = stateOf(state);
    d->facts = std::move(state);
    d->sequence = nextSequence;
}

Runner::~Runner() = default;
Runner::Runner(Runner&&) noexcept = default;
Runner& Runner::operator=(Runner&&) noexcept = default;

std::vector<Effect> Runner::on(const Event& event, Moment now)
{
    EventHandler handler(d->facts, d->sequence, now);
    d->state = std::visit([&](auto& state, const auto& e) -> RunnerState { return handler.on(std::move(state), e); },
                          d->state, event);
    return handler.takeEffects();
}

const RunState& Runner::state() const noexcept { return d->facts; }
const char* Runner::stateName() const noexcept { return nameOf(d->state); }

} // namespace drydock::maintenance
