// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/event_handler.h"

#include "model/domain/error_traits.h"
#include "model/maintenance/domain_controller.h"
#include "model/maintenance/journal_replay.h"
#include "model/maintenance/live_progress.h"
#include "model/maintenance/organisation_record.h"
#include "model/maintenance/step_timeouts.h"

namespace drydock::maintenance {

using namespace domain;

RunnerState EventHandler::on(Working working, const event::ContinueRequested&)
{
    if (std::holds_alternative<wish::Stop>(working.wish) || std::holds_alternative<wish::Pause>(working.wish))
        working.wish = wish::None{};
    if (m_run.phase == RunPhase::StopRequested) m_run.phase = RunPhase::Running;
    auto* work = std::get_if<StepWork>(&working.activity);
    if (work && work->waits()) return read(working.wish, std::move(*work)); // reads now instead of after the wait
    return working;
}

RunnerState EventHandler::on(Working working, const event::GoOnWithoutRequested&)
{
    const auto index = m_run.current;
    if (!mayGoOnWithout(index)) return working;
    const auto* work = std::get_if<StepWork>(&working.activity);
    if (work && work->waits()) return goOnWithout(working.wish, index);
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
    if (auto applied = apply(m_run, recording->record); !applied) {
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
    auto* step = m_run.current < m_run.steps.size() ? &m_run.steps[m_run.current] : nullptr;
    const bool inFlight = step && !step->settled() && step->unanswered();
    if (inFlight) step->status = StepStatus::Unknown; // a replay of the journal gives the same status
    endWithError(failed.error, inFlight ? Outcome::Unknown : Outcome::Failed);
    return JournalLost{};
}

RunnerState EventHandler::on(Working working, const event::SnapshotRead& read)
{
    if (!read.snapshot) return working;
    if (const auto other = anotherServer(*read.snapshot)) return endWithError(*other, Outcome::Failed);
    if (auto changed = changeDomainController(working, *read.snapshot)) return std::move(*changed);
    if (auto* rechecking = std::get_if<Rechecking>(&working.activity)) {
        updateLiveProgress(m_run, *read.snapshot);
        if (auto next = fulfilUrgent(working.wish, nullptr)) return std::move(*next);
        return onRecheck(working.wish, std::move(*rechecking), *read.snapshot);
    }
    auto* work = std::get_if<StepWork>(&working.activity);
    if (!work || !work->reads()) return working;
    updateLiveProgress(m_run, *read.snapshot);
    if (auto next = fulfilUrgent(working.wish, work)) return std::move(*next);
    auto action = work->onSnapshot(stepOf(*work), stateOf(*work), *read.snapshot, m_now);
    return perform(working.wish, std::move(*work), std::move(action));
}

RunnerState EventHandler::on(Working working, const event::SnapshotFailed& failed)
{
    if (auto* rechecking = std::get_if<Rechecking>(&working.activity)) {
        if (auto next = fulfilUrgent(working.wish, nullptr)) return std::move(*next);
        if (domain::needsNewCredentials(failed.error.kind) || ++rechecking->failures >= maxRecheckFailures)
            return endWithError(failed.error,
                                m_run.restingOutcome() == Outcome::Unknown ? Outcome::Unknown : Outcome::Failed);
        m_effects.emplace_back(effect::SetTimer{recheckInterval});
        return Working{working.wish, RecheckWaiting{std::move(*rechecking)}};
    }
    auto* work = std::get_if<StepWork>(&working.activity);
    if (!work || !work->reads()) return working;
    if (auto next = fulfilUrgent(working.wish, work)) return std::move(*next);
    auto action = work->onSnapshotFailed(stepOf(*work), stateOf(*work), failed.error, m_now);
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

// The reading was made at another domain controller, since the run's does not answer. The run stays with that one and
// reads again: it may not show yet what the run has changed. Where Exchange names no other one, the run goes on without
// one of its own.
std::optional<RunnerState> EventHandler::changeDomainController(Working& working, const DagSnapshot& snapshot)
{
    const auto& used = snapshot.domainController;
    const bool lost = snapshot.domainControllerLost;
    const bool changed = !used.empty() && !equalsIgnoringCase(used, m_run.domainController);
    if (m_run.domainController.empty() || (!changed && !lost)) return {};
    const record::Note note{m_run.domainController + " does not answer", lost ? std::string() : used, lost};
    if (auto* rechecking = std::get_if<Rechecking>(&working.activity))
        return record(note, AfterRecord::RecheckDoneSteps, working.wish, {}, rechecking->decision);
    if (auto* work = std::get_if<StepWork>(&working.activity); work && work->reads())
        return record(note, AfterRecord::ReadAgain, working.wish, std::move(*work));
    return {};
}

// A comment may be written twice: it says the same of the same run. Without it the run goes on.
RunnerState EventHandler::onShared(Wish wish, Sharing sharing, const Result<CommandReport>& answer)
{
    if (!answer && (sharing.repeated || !affectsConnection(answer.error().kind)))
        return noteNotShared(wish, std::move(sharing), answer.error().summary());
    sharing.next += answer ? 1 : 0;
    sharing.repeated = !answer;
    if (sharing.next < sharing.comments.size()) return share(wish, std::move(sharing));
    return afterRecord(wish, {{}, sharing.then, {}, sharing.decision, sharing.outcome});
}

RunnerState EventHandler::afterRecord(Wish wish, Recording recorded)
{
    switch (recorded.then) {
    case AfterRecord::ShareBegin:
        return share(wish, {beginComments(m_run), 0, false, AfterRecord::BeginNextStep, {}, {}});
    case AfterRecord::ShareBeginAgain:
        m_run.phase = RunPhase::Running;
        return share(wish, {beginComments(m_run), 0, false, AfterRecord::RecheckDoneSteps, recorded.decision, {}});
    case AfterRecord::BeginNextStep:
        return atBoundary(wish, recorded.decision);
    case AfterRecord::RecheckDoneSteps:
        m_run.phase = undoing() ? RunPhase::Undoing : RunPhase::Running;
        if (undoing()) return atUndoBoundary(wish, recorded.decision);
        return recheck(wish, {recorded.decision, {}, false, 0});
    case AfterRecord::ContinueStep: {
        if (auto next = fulfilUrgent(wish, &*recorded.work)) return std::move(*next);
        auto action = recorded.work->onStarted(stepOf(*recorded.work), stateOf(*recorded.work), m_now);
        return perform(wish, std::move(*recorded.work), std::move(action));
    }
    case AfterRecord::SendCommand: {
        auto& work = *recorded.work;
        const auto command = stateOf(work).sent.back().command;
        work.noteSending(command);
        const auto& step = stepOf(work);
        const auto& planned = (work.way() == Way::Undo ? step.undo : step.commands)[command];
        m_effects.emplace_back(effect::Send{withDomainController(planned, m_run.domainController)});
        return Working{wish, std::move(work)};
    }
    case AfterRecord::HandleAnswer: {
        if (auto next = fulfilUrgent(wish, &*recorded.work)) return std::move(*next);
        auto action = recorded.work->onAnswer(stepOf(*recorded.work), stateOf(*recorded.work), m_now);
        return perform(wish, std::move(*recorded.work), std::move(action));
    }
    case AfterRecord::ReadAgain:
        if (auto next = fulfilUrgent(wish, &*recorded.work)) return std::move(*next);
        return read(wish, std::move(*recorded.work));
    case AfterRecord::EndStep:
        return continueSteps(wish, {});
    case AfterRecord::AskOperator:
        if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
        return ask();
    case AfterRecord::NoteStop:
        if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
        return note("stopped on request", AfterRecord::Stop);
    case AfterRecord::Stop:
        if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
        return rest(m_run.restingOutcome());
    case AfterRecord::Pause:
        if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
        if (std::holds_alternative<wish::Stop>(wish)) return note("stopped on request", AfterRecord::Stop);
        if (std::holds_alternative<wish::None>(wish)) return continueSteps(wish, {});
        return pause();
    case AfterRecord::UndoNextStep:
        return atUndoBoundary(wish, recorded.decision);
    case AfterRecord::StopUndone:
        m_run.current = m_run.firstOpen();
        return rest(Outcome::Undone);
    case AfterRecord::RecordEnd:
        return record(record::RunFinished{recorded.outcome}, AfterRecord::Finish);
    case AfterRecord::Finish:
        m_effects.emplace_back(effect::Rest{m_run.outcome});
        return Finished{};
    }
    return Stopped{};
}

} // namespace drydock::maintenance
