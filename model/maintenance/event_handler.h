// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The transitions of a run: what each event makes of each state (model/docs/state-machine.md).
#pragma once

#include "model/maintenance/run_resume.h"

namespace drydock::maintenance {

// Handles one call of Runner::on(). Each function takes the state that is left and returns the state that is entered.
class EventHandler : public RunResume
{
public:
    EventHandler(RunState& run, std::uint64_t& sequence, std::optional<domain::Time>& stopBefore, domain::Moment now)
        : RunResume(run, sequence, stopBefore, now)
    {
    }

    // An event without a meaning in a state does not change it.
    template <class State, class Event> RunnerState on(State state, const Event&) { return state; }

    RunnerState on(NotStarted, const event::Start&)
    {
        return record(record::RunCreated{m_run},
                      m_run.plan.shared ? AfterRecord::ShareBegin : AfterRecord::BeginNextStep);
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
    RunnerState on(Asking, const event::StopRequested&) { return rest(m_run.outcome); }
    RunnerState on(Paused, const event::StopRequested&) { return note("stopped on request", AfterRecord::Stop); }
    RunnerState on(Paused, const event::UndoRequested& request) { return beginUndo(Paused{}, request.downTo); }
    RunnerState on(Stopped, const event::UndoRequested& request) { return beginUndo(Stopped{}, request.downTo); }
    RunnerState on(Asking, const event::UndoRequested& request) { return beginUndo(Asking{}, request.downTo); }
    RunnerState on(Paused, const event::AbandonRequested&) { return finish(Outcome::Abandoned); }
    RunnerState on(Stopped, const event::AbandonRequested&) { return finish(Outcome::Abandoned); }
    RunnerState on(Asking, const event::AbandonRequested&) { return finish(Outcome::Abandoned); }
    RunnerState on(Asking state, const event::GoOnWithoutRequested&)
    {
        return mayGoOnWithout(m_run.current) ? goOnWithout({}, m_run.current) : RunnerState(state);
    }

    RunnerState on(Working working, const event::PauseRequested&) { return wished(std::move(working), wish::Pause{}); }
    RunnerState on(Working working, const event::StopRequested&)
    {
        if (m_run.phase == RunPhase::Running) m_run.phase = RunPhase::StopRequested;
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
    RunnerState on(Working working, const event::GoOnWithoutRequested&);

    RunnerState on(Working working, const event::JournalWritten& written);
    RunnerState on(Working working, const event::JournalFailed& failed);
    RunnerState on(Working working, const event::SnapshotRead& read);
    RunnerState on(Working working, const event::SnapshotFailed& failed);
    RunnerState on(Working working, const event::CommandAnswered& answered);
    RunnerState on(Working working, const event::Timer&);

private:
    std::optional<RunnerState> changeDomainController(Working& working, const domain::DagSnapshot& snapshot);
    RunnerState onShared(Wish wish, Sharing sharing, const domain::Result<CommandReport>& answer);
    RunnerState afterRecord(Wish wish, Recording recorded);
};

} // namespace drydock::maintenance
