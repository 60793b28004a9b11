// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Carries out a plan as a state machine without I/O: it receives events and returns effects.
#pragma once

#include "model/domain/moment.h"
#include "model/domain/result.h"
#include "model/maintenance/command_report.h"
#include "model/maintenance/journal_record.h"
#include "model/maintenance/run_state.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace drydock::maintenance {

namespace event {
// Begins a new run, or continues a replayed one. The runner reads first and sends nothing that was sent before.
struct Start {
};
// The record is on disk.
struct JournalWritten {
    std::uint64_t sequence = 0;
};
struct JournalFailed {
    std::uint64_t sequence = 0;
    domain::Error error;
};
struct SnapshotRead {
    domain::SnapshotPtr snapshot;
};
struct SnapshotFailed {
    domain::Error error;
};
struct CommandAnswered {
    domain::Result<CommandReport> result;
};
// The timer that was set last has run out.
struct Timer {
};
// Stops after this step, or at once where the step only waits. The run can be resumed.
struct StopRequested {
};
// Pauses after this step, or at once where the step only waits, until ContinueRequested.
struct PauseRequested {
};
// Ends a pause, or continues a run at rest: reads again, waits longer, sends commands that were not sent yet, and sends
// again commands that a server refused (which certainly did not run). Other commands that were sent are not repeated.
struct ContinueRequested {
};
// Valid at rest only. Continues as ContinueRequested does, and sends again those commands of the current step that two
// readings in a row show to have had no effect.
struct SendAgainRequested {
};
// Undoes the steps back to and including `downTo`. Ignored for a reinstate run.
struct UndoRequested {
    std::size_t downTo = 0;
};
// Ends the run for good. Nothing is undone.
struct AbandonRequested {
};
// Continues without the conditions of Step::goOnWithout of the current step, while it waits or at rest.
struct GoOnWithoutRequested {
};
} // namespace event
using Event = std::variant<event::Start, event::JournalWritten, event::JournalFailed, event::SnapshotRead,
                           event::SnapshotFailed, event::CommandAnswered, event::Timer, event::StopRequested,
                           event::PauseRequested, event::ContinueRequested, event::SendAgainRequested,
                           event::UndoRequested, event::AbandonRequested, event::GoOnWithoutRequested>;

namespace effect {
// Append, flush and sync the record, then report JournalWritten or JournalFailed.
struct WriteJournal {
    JournalRecord record;
};
struct ReadSnapshot {
    std::set<std::pair<domain::SnapshotSection, domain::ServerName>> needs;
    std::string domainController; // as in ports::ReadScope
};
// Send the command exactly once.
struct Send {
    Command command;
};
// Set the timer anew; the one that was set before is cancelled.
struct SetTimer {
    domain::Duration after{}; // by a clock that does not jump
};
// The run is over, has stopped, or waits for the operator: see RunState::phase.
struct Rest {
    Outcome outcome = Outcome::None;
};
} // namespace effect
using Effect = std::variant<effect::WriteJournal, effect::ReadSnapshot, effect::Send, effect::SetTimer, effect::Rest>;

class Runner
{
public:
    // `state` is a new run (a plan, phase NotStarted), or a replayed one with the next free sequence number.
    explicit Runner(RunState state, std::uint64_t nextSequence = 0);
    ~Runner();
    Runner(Runner&&) noexcept;
    Runner& operator=(Runner&&) noexcept;

    // Begins no step that may still be under way, or being undone, at this time (Step::timeout): the run stops before
    // it and can be resumed. The wish holds once, for this process; an undo is not limited. Empty: no limit.
    void setStopBefore(std::optional<domain::Time> time);

    // Returns the effects in the order in which they must be carried out. At most one of ReadSnapshot, Send and
    // WriteJournal is outstanding at any time. An event that answers no outstanding effect is ignored.
    [[nodiscard]] std::vector<Effect> on(const Event& event, domain::Moment now);
    [[nodiscard]] const RunState& state() const noexcept;
    // Returns the name of the current state in model/docs/state-machine.md, for tests and the log.
    [[nodiscard]] const char* stateName() const noexcept;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::maintenance
