// The way back over the steps, last first.
#include "model/maintenance/runner_p.h"

namespace drydock::maintenance {
namespace {

// Whether undoing has to look at the step: what was skipped or never begun was not changed by us.
bool touched(const StepState& step)
{
    return step.reopened || step.sent.size() > step.attempt ||
           (step.status != StepStatus::ToDo && step.status != StepStatus::Checking &&
            step.status != StepStatus::Skipped && step.status != StepStatus::Undone);
}

} // namespace

void Runner::Private::beginUndo()
{
    m_undoing = true;
    m_stop = m_pause = false;
    // Asked for once more: that is the word for what was refused when it was undone first.
    if (m_state.undoDownTo) m_retryMode = StepMachine::RetryMode::Retry;
    write(record::UndoRequested{*std::exchange(m_undoTo, std::nullopt)}, &Private::undoRemaining);
}

void Runner::Private::undoRemaining()
{
    m_undoing = true;
    m_undoAt = m_state.steps.size();
    m_state.phase = RunPhase::Undoing;
    undoNext();
}

void Runner::Private::undoNext()
{
    if (interrupt()) return;
    if (m_stop) return stopNow();
    while (m_undoAt > *m_state.undoDownTo) {
        --m_undoAt;
        if (!touched(m_state.steps[m_undoAt])) continue;
        m_state.current = m_undoAt;
        if (m_state.plan.steps[m_undoAt].undo.empty())
            return write(record::StepFinished{m_undoAt, StepStatus::Undone, {"nothing to undo"}, {}},
                         &Private::undoNext);
        return beginStep();
    }
    if (*m_state.undoDownTo == 0)
        write(record::RunFinished{Outcome::Undone}, &Private::ended);
    else
        write(record::UndoFinished{}, &Private::undone);
}

void Runner::Private::undone()
{
    m_state.current = m_state.firstOpen();
    end(Outcome::Undone);
}

} // namespace drydock::maintenance
