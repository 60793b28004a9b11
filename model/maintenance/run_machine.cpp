#include "model/maintenance/run_machine.h"

#include "model/maintenance/live_view.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

bool settled(const StepState& step) { return step.status == StepStatus::Done || step.status == StepStatus::Skipped; }

constexpr int looksAtMost = 12;
constexpr Duration betweenLooks = std::chrono::seconds(10);

// Whether it can be told later that the step is still so. Recording proves what was before; a wait is repeated by the
// steps after it; what went through with a warning was not so even then.
bool staysTrue(const Step& step, const StepState& state)
{
    return settled(state) && !state.error && !step.commands.empty();
}

} // namespace

std::size_t RunMachine::firstOpen(const RunState& state)
{
    const auto open = std::find_if_not(state.steps.begin(), state.steps.end(), settled);
    return static_cast<std::size_t>(open - state.steps.begin());
}

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
        note("continued from the journal", &RunMachine::resumeRun);
}

void RunMachine::handle(const event::JournalWritten& written)
{
    if (m_expecting != Expecting::Journal || written.sequence != m_writing->sequence) return;
    m_expecting = Expecting::Nothing;
    const auto record = *std::exchange(m_writing, std::nullopt);
    ++m_sequence;
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
    const bool inFlight = m_state.current < m_state.steps.size() && m_state.steps[m_state.current].inFlight;
    if (inFlight) m_state.steps[m_state.current].status = StepStatus::Unknown; // as the journal will tell
    endWithError(error, inFlight ? Outcome::Unknown : Outcome::Failed);
}

// The run rests, resumable; the step it was at shows why.
void RunMachine::endWithError(const Error& error, Outcome outcome)
{
    m_expecting = Expecting::Nothing;
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
    const auto& step = m_state.steps[m_state.current];
    record::CommandReturned returned{m_state.current, step.sent - 1, m_undoing, {}, {}, {}};
    if (answered.result) {
        returned.warnings = answered.result->warnings;
        returned.moves = answered.result->moves;
    } else
        returned.error = answered.result.error();
    m_answerError = returned.error;
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
    if (m_state.phase == RunPhase::Paused && idle()) return stopNow();
    if (m_state.phase == RunPhase::Asking && idle()) return end(m_state.outcome);
    if (idle()) return;
    m_stop = true;
    if (m_state.phase == RunPhase::Running) m_state.phase = RunPhase::StopRequested;
}

void RunMachine::handle(const event::PauseRequested&)
{
    if (m_state.phase == RunPhase::Running) m_pause = true;
}

void RunMachine::handle(const event::ContinueRequested&)
{
    if (m_state.phase == RunPhase::Paused && idle()) return nextStep();
    if (idle()) {
        m_pause = m_stop = false;
        m_consent = true;
        return note("continued by the operator", &RunMachine::resumeRun);
    }
    m_pause = m_stop = false;
    if (m_state.phase == RunPhase::StopRequested) m_state.phase = RunPhase::Running;
    // In the middle of a step it ends a hold and no more; just after a start it is meant for the step about to begin.
    if (!m_pilot) m_consent = true;
    if (m_expecting == Expecting::Timer && m_pilot) observe();
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

void RunMachine::beginRun()
{
    m_consent = false;
    nextStep();
}

void RunMachine::resumeRun()
{
    m_state.phase = RunPhase::Running;
    m_state.outcome = Outcome::None;
    if (m_state.undoDownTo) return goBack();
    m_looking = 0;
    lookAgain();
}

void RunMachine::lookAgain()
{
    Needs all{{Part::Servers, ServerName()}};
    for (std::size_t i = 0; i < m_state.steps.size(); ++i)
        if (staysTrue(m_state.plan.steps[i], m_state.steps[i]))
            for (const auto& condition : m_state.plan.steps[i].verification)
                all.merge(needs(condition));
    m_expecting = Expecting::Observation;
    m_effects.emplace_back(effect::Observe{std::move(all)});
}

void RunMachine::onLookedAgain(const DagSnapshot& snapshot)
{
    m_looking.reset();
    const auto* server = snapshot.server(m_state.plan.server);
    if (server && !server->fqdn.empty() && !m_state.plan.serverFqdn.empty() &&
        !equalsIgnoringCase(server->fqdn, m_state.plan.serverFqdn)) {
        return endWithError({ErrorKind::Usage, "continue " + m_state.id,
                             "it is about " + m_state.plan.serverFqdn + ", and this is " + server->fqdn, 0, nullptr});
    }
    record::StepsReopened reopened;
    for (std::size_t i = 0; i < m_state.steps.size(); ++i) {
        if (!staysTrue(m_state.plan.steps[i], m_state.steps[i])) continue;
        const auto& conditions = m_state.plan.steps[i].verification;
        const bool changed = std::any_of(conditions.begin(), conditions.end(), [&](const Condition& c) {
            return evaluate(c, snapshot).truth == Truth::Fails;
        });
        if (changed) reopened.steps.push_back(i);
    }
    if (reopened.steps.empty()) return nextStep();
    write(std::move(reopened), &RunMachine::nextStep);
}

void RunMachine::onLookFailed(const Error& error)
{
    if (++*m_looking >= looksAtMost) return endWithError(error);
    m_expecting = Expecting::Timer;
    m_effects.emplace_back(effect::SetTimer{m_now + betweenLooks});
}

void RunMachine::nextStep()
{
    m_state.current = firstOpen(m_state);
    if (interrupt()) return;
    if (m_state.current >= m_state.steps.size()) return finishRun();
    if (m_stop) return stopNow();
    if (std::exchange(m_pause, false)) {
        m_state.phase = RunPhase::Paused;
        return;
    }
    m_state.phase = RunPhase::Running;
    beginStep();
}

void RunMachine::beginStep()
{
    const auto current = m_state.current;
    m_pilot.emplace(m_state.plan.steps[current], m_state.steps[current], m_state.overrides, m_undoing);
    m_pilot->begin(m_now);
    if (std::exchange(m_consent, false)) m_pilot->consent();
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
        return write(record::CommandSending{current, m_state.steps[current].sent, m_undoing}, &RunMachine::sendCommand);
    case Decision::Kind::Wait:
        m_expecting = Expecting::Timer;
        m_effects.emplace_back(effect::SetTimer{decision.at});
        return;
    case Decision::Kind::Finish:
        return write(record::StepFinished{current, decision.status, decision.evidence, decision.error},
                     &RunMachine::afterStepFinished);
    case Decision::Kind::Fail:
        return write(record::StepFinished{current, decision.status, decision.evidence, decision.error},
                     &RunMachine::ask);
    }
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
    m_effects.emplace_back(effect::Send{commands[m_state.steps[m_state.current].sent - 1]});
}

void RunMachine::afterReturned()
{
    if (!interrupt()) perform(m_pilot->onAnswer(m_answerError, m_now));
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
    m_undoing = false;
    m_state.phase = RunPhase::Asking;
    m_state.outcome = m_state.steps[m_state.current].status == StepStatus::Unknown ? Outcome::Unknown : Outcome::Failed;
    if (!interrupt()) m_effects.emplace_back(effect::Finished{m_state.outcome});
}

// --- ends ---------------------------------------------------------------------------------------------------------

void RunMachine::stopNow() { note("stopped on request", &RunMachine::stopped); }
void RunMachine::stopped() { end(Outcome::Stopped); }

void RunMachine::end(Outcome outcome)
{
    m_pilot.reset();
    m_looking.reset();
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
