#include "model/maintenance/run_machine.h"

#include "model/maintenance/live_view.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

std::vector<Effect> RunMachine::on(const Event& event, Time now)
{
    m_now = now;
    m_effects.clear();
    if (!m_dead && m_state.phase != RunPhase::Finished) std::visit([this](const auto& e) { handle(e); }, event);
    return std::move(m_effects);
}

bool RunMachine::idle() const
{
    const auto phase = m_state.phase;
    return m_expecting == Expecting::Nothing &&
           (phase == RunPhase::Stopped || phase == RunPhase::Asking || phase == RunPhase::Paused);
}

// --- events -------------------------------------------------------------------------------------------------------

void RunMachine::handle(const event::Start&)
{
    if (m_expecting != Expecting::Nothing) return;
    if (m_state.phase == RunPhase::NotStarted)
        write(record::RunCreated{m_state}, &RunMachine::beginRun);
    else if (idle())
        goOn(std::nullopt);
}

void RunMachine::handle(const event::JournalWritten& written)
{
    if (m_expecting != Expecting::Journal || written.sequence != m_writing->sequence) return;
    m_expecting = Expecting::Nothing;
    const auto record = *std::exchange(m_writing, std::nullopt);
    ++m_sequence;
    m_untouched.reset();
    if (auto folded = fold(m_state, record); !folded) return die(folded.error());
    (this->*m_next)();
}

void RunMachine::handle(const event::JournalFailed& failed)
{
    if (m_expecting == Expecting::Journal && failed.sequence == m_writing->sequence) die(failed.error);
}

// Without a journal nothing is sent any more; what is on the disk is continued by another runner.
void RunMachine::die(const Error& error)
{
    m_dead = true;
    m_writing.reset();
    forgetBeginning();
    auto* step = m_state.current < m_state.steps.size() ? &m_state.steps[m_state.current] : nullptr;
    const bool inFlight = step && !step->settled() && step->unanswered();
    if (inFlight) step->status = StepStatus::Unknown; // as the journal will tell
    endWithError(error, inFlight ? Outcome::Unknown : Outcome::Failed);
}

// The run rests, resumable; the step it was at shows why.
void RunMachine::endWithError(const Error& error, Outcome outcome)
{
    m_expecting = Expecting::Nothing;
    if (m_state.restingOutcome() == Outcome::Unknown) outcome = Outcome::Unknown;
    if (m_state.current < m_state.steps.size()) m_state.steps[m_state.current].error = error;
    end(outcome);
}

void RunMachine::handle(const event::Observed& observed)
{
    if (m_expecting != Expecting::Observation || !observed.snapshot) return;
    m_expecting = Expecting::Nothing;
    updateLive(m_state, *observed.snapshot);
    if (interrupt()) return;
    if (m_looking)
        onLookedAgain(*observed.snapshot);
    else
        perform(m_pilot->onReading(*observed.snapshot, m_now));
}

void RunMachine::handle(const event::ObservationFailed& failed)
{
    if (m_expecting != Expecting::Observation) return;
    m_expecting = Expecting::Nothing;
    if (interrupt()) return;
    if (m_looking)
        onLookFailed(failed.error);
    else
        perform(m_pilot->onReadingFailed(failed.error, m_now));
}

void RunMachine::handle(const event::CommandAnswered& answered)
{
    if (m_expecting != Expecting::Answer) return;
    const auto& sent = m_state.steps[m_state.current].sent.back();
    record::CommandReturned returned{m_state.current, sent.command, m_undoing, {}, {}, {}};
    if (answered.result) {
        returned.warnings = answered.result->warnings;
        returned.moves = answered.result->moves;
    } else
        returned.error = answered.result.error();
    write(std::move(returned), &RunMachine::afterReturned);
}

void RunMachine::handle(const event::Timer&)
{
    if (m_expecting != Expecting::Timer) return;
    m_expecting = Expecting::Nothing;
    if (interrupt()) return;
    if (m_looking)
        lookAgain();
    else
        observe();
}

void RunMachine::handle(const event::StopRequested&)
{
    if (m_state.phase == RunPhase::Asking && idle()) return end(m_state.outcome);
    if (m_state.phase == RunPhase::Stopped && idle()) return;
    m_stop = true;
    if (m_state.phase == RunPhase::Running) m_state.phase = RunPhase::StopRequested;
    if (idle() || m_expecting == Expecting::Timer) stopNow();
}

void RunMachine::handle(const event::PauseRequested&)
{
    if (m_state.phase != RunPhase::Running) return;
    m_pause = true;
    if (m_expecting == Expecting::Timer && m_pilot) pauseNow();
}

void RunMachine::handle(const event::ContinueRequested&)
{
    if (m_state.phase == RunPhase::Paused && idle()) return nextStep();
    if (idle()) return goOn(StepPilot::Word::Retry);
    m_pause = m_stop = false;
    if (m_state.phase == RunPhase::StopRequested) m_state.phase = RunPhase::Running;
    if (m_expecting == Expecting::Timer && m_pilot) observe();
}

// In the middle of a step nobody can know what it would be about.
void RunMachine::handle(const event::SendAgainRequested&)
{
    if (idle() && m_state.phase != RunPhase::Paused) goOn(StepPilot::Word::SendAgain);
}

void RunMachine::handle(const event::UndoRequested& request)
{
    // What a leave run gave back is taken away by a new maintenance only, which has its checks.
    if (request.downTo >= m_state.steps.size() || m_state.plan.direction == Direction::Leave) return;
    if (m_undoing && m_state.undoDownTo && request.downTo >= *m_state.undoDownTo) return;
    m_undoTo = request.downTo;
    if (idle() || m_expecting == Expecting::Timer) interrupt();
}

void RunMachine::handle(const event::AbandonRequested&)
{
    m_abandon = true;
    if (idle() || m_expecting == Expecting::Timer) interrupt();
}

// --- journal ------------------------------------------------------------------------------------------------------

void RunMachine::write(RecordBody body, Next next)
{
    m_writing = JournalRecord{m_sequence, m_now, std::move(body)};
    m_next = next;
    m_expecting = Expecting::Journal;
    m_effects.emplace_back(effect::WriteJournal{*m_writing});
}

// --- steps --------------------------------------------------------------------------------------------------------

void RunMachine::beginRun() { nextStep(); }

void RunMachine::nextStep()
{
    m_state.current = m_state.firstOpen();
    if (interrupt()) return;
    if (m_state.current >= m_state.steps.size()) return finishRun();
    if (m_stop) return stopNow();
    if (m_pause) return pauseNow();
    m_state.phase = RunPhase::Running;
    beginStep();
}

void RunMachine::beginStep()
{
    const auto current = m_state.current;
    m_untouched = m_state.steps[current];
    m_pilot.emplace(m_state.plan.steps[current], m_state.steps[current], m_state.overrides, m_undoing);
    m_pilot->begin(m_now);
    if (m_word && m_pilot->anythingSent()) m_pilot->heed(*std::exchange(m_word, std::nullopt));
    observe();
}

void RunMachine::observe()
{
    m_expecting = Expecting::Observation;
    m_effects.emplace_back(effect::Observe{m_pilot->needs()});
}

void RunMachine::perform(Decision decision)
{
    const auto current = m_state.current;
    switch (decision.kind) {
    case Decision::Kind::Observe:
        return observe();
    case Decision::Kind::Start:
        return write(record::StepStarted{current}, &RunMachine::afterStarted);
    case Decision::Kind::Send:
        return write(record::CommandSending{current, decision.command, m_undoing}, &RunMachine::sendCommand);
    case Decision::Kind::Wait:
        return waitUntil(decision.at);
    case Decision::Kind::Finish:
        return write(record::StepFinished{current, decision.status, decision.evidence, decision.error, false},
                     &RunMachine::afterStepFinished);
    case Decision::Kind::Fail:
        return write(record::StepFinished{current, decision.status, decision.evidence, decision.error,
                                          m_state.steps[current].sendable},
                     &RunMachine::ask);
    }
}

// Where nothing is under way, a stop or a pause need not wait for what may never come about.
void RunMachine::waitUntil(Time at)
{
    if (m_stop) return stopNow();
    if (m_pause) return pauseNow();
    m_expecting = Expecting::Timer;
    m_effects.emplace_back(effect::SetTimer{at});
}

void RunMachine::afterStarted()
{
    if (!interrupt()) perform(m_pilot->afterStarted(m_now));
}

void RunMachine::sendCommand()
{
    const auto& step = m_state.plan.steps[m_state.current];
    const auto& commands = m_undoing ? step.undo : step.commands;
    m_expecting = Expecting::Answer;
    m_effects.emplace_back(effect::Send{commands[m_state.steps[m_state.current].sent.back().command]});
}

void RunMachine::afterReturned()
{
    if (!interrupt()) perform(m_pilot->onAnswer(m_now));
}

void RunMachine::afterStepFinished()
{
    m_pilot.reset();
    if (m_undoing)
        undoNext();
    else
        nextStep();
}

void RunMachine::ask()
{
    m_pilot.reset();
    m_word.reset();
    m_undoing = false;
    m_state.phase = RunPhase::Asking;
    m_state.outcome = m_state.restingOutcome();
    if (!interrupt()) m_effects.emplace_back(effect::Finished{m_state.outcome});
}

// --- ends ---------------------------------------------------------------------------------------------------------

// Of a step of which nothing was recorded since it began, nothing happened: it is what the journal says it is.
void RunMachine::forgetBeginning()
{
    if (m_pilot && m_untouched) m_state.steps[m_state.current] = *m_untouched;
    m_untouched.reset();
}

// What was sent stays sent.
void RunMachine::leaveStep(Next next)
{
    m_expecting = Expecting::Nothing;
    if (!m_pilot) return (this->*next)();
    const auto& step = m_state.steps[m_state.current];
    const bool recorded = !m_untouched;
    forgetBeginning();
    m_pilot.reset();
    if (recorded) return write(record::StepHeld{m_state.current, step.status, step.sendable}, next);
    (this->*next)();
}

void RunMachine::stopped()
{
    if (!interrupt()) end(m_state.restingOutcome());
}

// The step at hand begins anew when it continues, with all the time it may take.
void RunMachine::paused()
{
    if (interrupt()) return;
    if (m_stop) return noteStop();
    if (!std::exchange(m_pause, false)) return nextStep();
    m_state.phase = RunPhase::Paused;
}

void RunMachine::end(Outcome outcome)
{
    m_pilot.reset();
    m_looking.reset();
    m_word.reset();
    m_undoing = m_pause = m_stop = false;
    m_state.phase = RunPhase::Stopped;
    m_state.outcome = outcome;
    m_effects.emplace_back(effect::Finished{outcome});
}

void RunMachine::finishRun()
{
    write(record::RunFinished{m_state.warnings.empty() ? Outcome::Succeeded : Outcome::SucceededWithWarnings},
          &RunMachine::ended);
}

void RunMachine::ended()
{
    m_pilot.reset();
    m_undoing = false;
    m_effects.emplace_back(effect::Finished{m_state.outcome});
}

bool RunMachine::interrupt()
{
    if (!m_abandon && !m_undoTo) return false;
    forgetBeginning();
    m_pilot.reset();
    m_looking.reset();
    m_expecting = Expecting::Nothing;
    if (m_abandon)
        write(record::RunFinished{Outcome::Abandoned}, &RunMachine::ended);
    else
        beginUndo();
    return true;
}

} // namespace drydock::maintenance
