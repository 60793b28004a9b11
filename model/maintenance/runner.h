// The maintenance as a state machine without I/O: events in, effects out. No clock, no thread, no network.
#pragma once

#include "model/domain/moment.h"
#include "model/domain/result.h"
#include "model/maintenance/command_report.h"
#include "model/maintenance/journal_record.h"
#include "model/maintenance/run_state.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace drydock::maintenance {

namespace event {
// Begins, or continues a replayed state: it starts by observing, and sends nothing that was sent before.
struct Start {
};
struct JournalWritten {
    std::uint64_t sequence = 0;
}; // the record is on the disk
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
struct Timer {
}; // the one timer asked for last
struct StopRequested {
}; // stop after this step, or where it only waits: resumable
struct PauseRequested {
}; // hold after this step, or where it only waits, until ContinueRequested
// Ends a hold; at rest it goes on: looks again, waits longer, sends what has not been sent, and once more what a server
// refused (that certainly did not run). Never what was sent and not refused.
struct ContinueRequested {
};
// At rest only: goes on as ContinueRequested does, and sends again those commands of the step at hand that two readings
// in a row show to have had no effect.
struct SendAgainRequested {
};
struct UndoRequested {
    std::size_t downTo = 0;
}; // undo back to (and including) this step; never a leave run
struct AbandonRequested {
}; // leave as it is
// Goes on without what the step at hand may go on without (Step::waivable), while it waits or at rest.
struct WaiveRequested {
};
} // namespace event
using Event = std::variant<event::Start, event::JournalWritten, event::JournalFailed, event::SnapshotRead,
                           event::SnapshotFailed, event::CommandAnswered, event::Timer, event::StopRequested,
                           event::PauseRequested, event::ContinueRequested, event::SendAgainRequested,
                           event::UndoRequested, event::AbandonRequested, event::WaiveRequested>;

namespace effect {
struct WriteJournal {
    JournalRecord record;
}; // append, flush, sync; then JournalWritten
struct ReadSnapshot {
    std::set<std::pair<domain::SnapshotSection, domain::ServerName>> needs;
};
struct Send {
    Command command;
}; // exactly once
struct SetTimer {
    domain::Duration after{}; // by a clock that does not jump
};                            // replaces the last one
struct Finished {
    Outcome outcome = Outcome::None;
}; // the run is over, or stopped and resumable
} // namespace effect
using Effect =
    std::variant<effect::WriteJournal, effect::ReadSnapshot, effect::Send, effect::SetTimer, effect::Finished>;

class Runner
{
public:
    // A new run (state with a plan, phase NotStarted), or one replayed from its journal with the next free sequence
    // number.
    explicit Runner(RunState state, std::uint64_t nextSequence = 0);
    ~Runner();
    Runner(Runner&&) noexcept;
    Runner& operator=(Runner&&) noexcept;

    // Effects in the order they must happen. At most one of Observe, Send and WriteJournal is ever outstanding.
    // An event that answers nothing outstanding is ignored.
    [[nodiscard]] std::vector<Effect> on(const Event& event, domain::Moment now);
    [[nodiscard]] const RunState& state() const noexcept;
    // The state that it is in, by its name in model/docs/state-machine.md; for tests and the log.
    [[nodiscard]] const char* stateName() const noexcept;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::maintenance
