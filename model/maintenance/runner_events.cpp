#include "model/maintenance/runner_p.h"

#include "model/maintenance/live_progress.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

std::vector<Effect> Runner::Private::on(const Event& event, Time now)
{
    m_now = now;
    m_effects.clear();
    if (!m_journalFailed && m_state.phase != RunPhase::Finished)
        std::visit([this](const auto& e) { handle(e); }, event);
    return std::move(m_effects);
}

bool Runner::Private::idle() const
{
    const auto phase = m_state.phase;
    return m_expecting == Expecting::Nothing &&
           (phase == RunPhase::Stopped || phase == RunPhase::Asking || phase == RunPhase::Paused);
}

// --- events -------------------------------------------------------------------------------------------------------

void Runner::Private::handle(const event::Start&)
{
    if (m_expecting != Expecting::Nothing) return;
    if (m_state.phase == RunPhase::NotStarted)
        write(record::RunCreated{m_state}, &Private::beginRun);
    else if (idle())
        resume(std::nullopt);
}

void Runner::Private::handle(const event::JournalWritten& written)
{
    if (m_expecting != Expecting::Journal || written.sequence != m_writing->sequence) return;
    m_expecting = Expecting::Nothing;
    const auto record = *std::exchange(m_writing, std::nullopt);
    ++m_sequence;
    m_stateBeforeStep.reset();
    if (auto applied = apply(m_state, record); !applied) return failPermanently(applied.error());
    (this->*m_next)();
}

void Runner::Private::handle(const event::JournalFailed& failed)
{
    if (m_expecting == Expecting::Journal && failed.sequence == m_writing->sequence) failPermanently(failed.error);
}

// Without a journal nothing is sent any more; what is on the disk is continued by another runner.
void Runner::Private::failPermanently(const Error& error)
{
    m_journalFailed = true;
    m_writing.reset();
    restoreStateBeforeStep();
    auto* step = m_state.current < m_state.steps.size() ? &m_state.steps[m_state.current] : nullptr;
    const bool inFlight = step && !step->settled() && step->unanswered();
    if (inFlight) step->status = StepStatus::Unknown; // as the journal will tell
    endWithError(error, inFlight ? Outcome::Unknown : Outcome::Failed);
}

// The run rests, resumable; the step it was at shows why.
void Runner::Private::endWithError(const Error& error, Outcome outcome)
{
    m_expecting = Expecting::Nothing;
    if (m_state.restingOutcome() == Outcome::Unknown) outcome = Outcome::Unknown;
    if (m_state.current < m_state.steps.size()) m_state.steps[m_state.current].error = error;
    end(outcome);
}

void Runner::Private::handle(const event::SnapshotRead& read)
{
    if (m_expecting != Expecting::Snapshot || !read.snapshot) return;
    m_expecting = Expecting::Nothing;
    updateLiveProgress(m_state, *read.snapshot);
    if (interrupt()) return;
    if (m_recheckFailures)
        onRecheckSnapshot(*read.snapshot);
    else
        perform(m_stepMachine->onSnapshot(*read.snapshot, m_now));
}

void Runner::Private::handle(const event::SnapshotFailed& failed)
{
    if (m_expecting != Expecting::Snapshot) return;
    m_expecting = Expecting::Nothing;
    if (interrupt()) return;
    if (m_recheckFailures)
        onRecheckFailed(failed.error);
    else
        perform(m_stepMachine->onSnapshotFailed(failed.error, m_now));
}

void Runner::Private::handle(const event::CommandAnswered& answered)
{
    if (m_expecting != Expecting::Answer) return;
    const auto& sent = m_state.steps[m_state.current].sent.back();
    record::CommandReturned returned{m_state.current, sent.command, m_undoing, {}, {}, {}};
    if (answered.result) {
        returned.warnings = answered.result->warnings;
        returned.moves = answered.result->moves;
    } else
        returned.error = answered.result.error();
    write(std::move(returned), &Private::afterReturned);
}

void Runner::Private::handle(const event::Timer&)
{
    if (m_expecting != Expecting::Timer) return;
    m_expecting = Expecting::Nothing;
    if (interrupt()) return;
    if (m_recheckFailures)
        recheckDoneSteps();
    else
        readSnapshot();
}

void Runner::Private::handle(const event::StopRequested&)
{
    if (m_state.phase == RunPhase::Asking && idle()) return end(m_state.outcome);
    if (m_state.phase == RunPhase::Stopped && idle()) return;
    m_stop = true;
    if (m_state.phase == RunPhase::Running) m_state.phase = RunPhase::StopRequested;
    if (idle() || m_expecting == Expecting::Timer) stopNow();
}

void Runner::Private::handle(const event::PauseRequested&)
{
    if (m_state.phase != RunPhase::Running) return;
    m_pause = true;
    if (m_expecting == Expecting::Timer && m_stepMachine) pauseNow();
}

void Runner::Private::handle(const event::ContinueRequested&)
{
    if (m_state.phase == RunPhase::Paused && idle()) return nextStep();
    if (idle()) return resume(StepMachine::RetryMode::Retry);
    m_pause = m_stop = false;
    if (m_state.phase == RunPhase::StopRequested) m_state.phase = RunPhase::Running;
    if (m_expecting == Expecting::Timer && m_stepMachine) readSnapshot();
}

// In the middle of a step nobody can know what it would be about.
void Runner::Private::handle(const event::SendAgainRequested&)
{
    if (idle() && m_state.phase != RunPhase::Paused) resume(StepMachine::RetryMode::SendAgain);
}

void Runner::Private::handle(const event::UndoRequested& request)
{
    // What a leave run gave back is taken away by a new maintenance only, which has its checks.
    if (request.downTo >= m_state.steps.size() || m_state.plan.direction == Direction::Reinstate) return;
    if (m_undoing && m_state.undoDownTo && request.downTo >= *m_state.undoDownTo) return;
    m_undoTo = request.downTo;
    if (idle() || m_expecting == Expecting::Timer) interrupt();
}

void Runner::Private::handle(const event::AbandonRequested&)
{
    m_abandon = true;
    if (idle() || m_expecting == Expecting::Timer) interrupt();
}

// --- journal ------------------------------------------------------------------------------------------------------

void Runner::Private::write(RecordBody body, Next next)
{
    m_writing = JournalRecord{m_sequence, m_now, std::move(body)};
    m_next = next;
    m_expecting = Expecting::Journal;
    m_effects.emplace_back(effect::WriteJournal{*m_writing});
}

// --- steps --------------------------------------------------------------------------------------------------------

void Runner::Private::beginRun() { nextStep(); }

void Runner::Private::nextStep()
{
    m_state.current = m_state.firstOpen();
    if (interrupt()) return;
    if (m_state.current >= m_state.steps.size()) return finishRun();
    if (m_stop) return stopNow();
    if (m_pause) return pauseNow();
    m_state.phase = RunPhase::Running;
    beginStep();
}

void Runner::Private::beginStep()
{
    const auto current = m_state.current;
    m_stateBeforeStep = m_state.steps[current];
    m_stepMachine.emplace(m_state.plan.steps[current], m_state.steps[current], m_state.overrides, m_undoing);
    m_stepMachine->begin(m_now);
    if (m_retryMode && m_stepMachine->anythingSent())
        m_stepMachine->setRetryMode(*std::exchange(m_retryMode, std::nullopt));
    readSnapshot();
}

void Runner::Private::readSnapshot()
{
    m_expecting = Expecting::Snapshot;
    m_effects.emplace_back(effect::ReadSnapshot{m_stepMachine->needs()});
}

void Runner::Private::perform(const Decision& decision)
{
    const auto current = m_state.current;
    switch (decision.kind) {
    case Decision::Kind::ReadSnapshot:
        return readSnapshot();
    case Decision::Kind::Start:
        return write(record::StepStarted{current}, &Private::afterStarted);
    case Decision::Kind::Send:
        return write(record::CommandSending{current, decision.command, m_undoing}, &Private::sendCommand);
    case Decision::Kind::Wait:
        return waitUntil(decision.at);
    case Decision::Kind::Finish:
        return write(record::StepFinished{current, decision.status, decision.evidence, decision.error, false},
                     &Private::afterStepFinished);
    case Decision::Kind::Fail:
        return write(record::StepFinished{current, decision.status, decision.evidence, decision.error,
                                          m_state.steps[current].sendable},
                     &Private::ask);
    }
}

// Where nothing is under way, a stop or a pause need not wait for what may never come about.
void Runner::Private::waitUntil(Time at)
{
    if (m_stop) return stopNow();
    if (m_pause) return pauseNow();
    m_expecting = Expecting::Timer;
    m_effects.emplace_back(effect::SetTimer{at});
}

void Runner::Private::afterStarted()
{
    if (!interrupt()) perform(m_stepMachine->afterStarted(m_now));
}

void Runner::Private::sendCommand()
{
    const auto& step = m_state.plan.steps[m_state.current];
    const auto& commands = m_undoing ? step.undo : step.commands;
    m_expecting = Expecting::Answer;
    m_effects.emplace_back(effect::Send{commands[m_state.steps[m_state.current].sent.back().command]});
}

void Runner::Private::afterReturned()
{
    if (!interrupt()) perform(m_stepMachine->onAnswer(m_now));
}

void Runner::Private::afterStepFinished()
{
    m_stepMachine.reset();
    if (m_undoing)
        undoNext();
    else
        nextStep();
}

void Runner::Private::ask()
{
    m_stepMachine.reset();
    m_retryMode.reset();
    m_undoing = false;
    m_state.phase = RunPhase::Asking;
    m_state.outcome = m_state.restingOutcome();
    if (!interrupt()) m_effects.emplace_back(effect::Finished{m_state.outcome});
}

// --- ends ---------------------------------------------------------------------------------------------------------

// Of a step of which nothing was recorded since it began, nothing happened: it is what the journal says it is.
void Runner::Private::restoreStateBeforeStep()
{
    if (m_stepMachine && m_stateBeforeStep) m_state.steps[m_state.current] = *m_stateBeforeStep;
    m_stateBeforeStep.reset();
}

// What was sent stays sent.
void Runner::Private::suspendStep(Next next)
{
    m_expecting = Expecting::Nothing;
    if (!m_stepMachine) return (this->*next)();
    const auto& step = m_state.steps[m_state.current];
    const bool recorded = !m_stateBeforeStep;
    restoreStateBeforeStep();
    m_stepMachine.reset();
    if (recorded) return write(record::StepHeld{m_state.current, step.status, step.sendable}, next);
    (this->*next)();
}

void Runner::Private::stopped()
{
    if (!interrupt()) end(m_state.restingOutcome());
}

// The step at hand begins anew when it continues, with all the time it may take.
void Runner::Private::paused()
{
    if (interrupt()) return;
    if (m_stop) return noteStop();
    if (!std::exchange(m_pause, false)) return nextStep();
    m_state.phase = RunPhase::Paused;
}

void Runner::Private::end(Outcome outcome)
{
    m_stepMachine.reset();
    m_recheckFailures.reset();
    m_retryMode.reset();
    m_undoing = m_pause = m_stop = false;
    m_state.phase = RunPhase::Stopped;
    m_state.outcome = outcome;
    m_effects.emplace_back(effect::Finished{outcome});
}

void Runner::Private::finishRun()
{
    write(record::RunFinished{m_state.warnings.empty() ? Outcome::Succeeded : Outcome::SucceededWithWarnings},
          &Private::ended);
}

void Runner::Private::ended()
{
    m_stepMachine.reset();
    m_undoing = false;
    m_effects.emplace_back(effect::Finished{m_state.outcome});
}

bool Runner::Private::interrupt()
{
    if (!m_abandon && !m_undoTo) return false;
    restoreStateBeforeStep();
    m_stepMachine.reset();
    m_recheckFailures.reset();
    m_expecting = Expecting::Nothing;
    if (m_abandon)
        write(record::RunFinished{Outcome::Abandoned}, &Private::ended);
    else
        beginUndo();
    return true;
}

} // namespace drydock::maintenance
