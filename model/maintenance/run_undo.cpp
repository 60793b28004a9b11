// The way back over the steps, last first.
#include "model/maintenance/run_machine.h"

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

void RunMachine::beginUndo()
{
    m_undoing = true;
    m_stop = m_pause = false;
    // Asked for once more: that is the word for what was refused when it was undone first.
    if (m_state.undoDownTo) m_word = StepPilot::Word::Retry;
    write(record::UndoRequested{*std::exchange(m_undoTo, std::nullopt)}, &RunMachine::goBack);
}

void RunMachine::goBack()
{
    m_undoing = true;
    m_undoAt = m_state.steps.size();
    m_state.phase = RunPhase::Undoing;
    undoNext();
}

void RunMachine::undoNext()
{
    if (interrupt()) return;
    if (m_stop) return stopNow();
    while (m_undoAt > *m_state.undoDownTo) {
        --m_undoAt;
        if (!touched(m_state.steps[m_undoAt])) continue;
        m_state.current = m_undoAt;
        if (m_state.plan.steps[m_undoAt].undo.empty())
            return write(record::StepFinished{m_undoAt, StepStatus::Undone, {"nothing to undo"}, {}},
                         &RunMachine::undoNext);
        return beginStep();
    }
    if (*m_state.undoDownTo == 0)
        write(record::RunFinished{Outcome::Undone}, &RunMachine::ended);
    else
        write(record::UndoFinished{}, &RunMachine::undone);
}

void RunMachine::undone()
{
    m_state.current = m_state.firstOpen();
    end(Outcome::Undone);
}

} // namespace drydock::maintenance
