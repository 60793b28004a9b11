// The states of a maintenance run while it is played, each with only the data that belongs to it.
//
// A run is one of the alternatives of RunnerState; while it works, it does one of the alternatives of Activity; a step
// is in one of the alternatives of StepActivity (step_work.h). An operator's decision is held by the state that it is
// about and ends with that state. model/docs/state-machine.md lists every transition.
#pragma once

#include "model/maintenance/journal_record.h"
#include "model/maintenance/step_work.h"

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace drydock::maintenance {

// What the operator asked for while the run works. It is fulfilled as soon as nothing is outstanding. A later wish
// replaces an earlier one unless that one weighs more; the order of the alternatives is their weight.
namespace wish {
struct None {
};
struct Pause {
};
struct Stop {
};
struct Undo {
    std::size_t downTo = 0;
};
struct Abandon {
};
} // namespace wish
using Wish = std::variant<wish::None, wish::Pause, wish::Stop, wish::Undo, wish::Abandon>;

// What happens when the record that is being written is on the disk.
enum class AfterRecord {
    BeginNextStep,
    RecheckDoneSteps,
    ContinueStep, // the step was started: its command may go out
    SendCommand,
    HandleAnswer,
    LeaveStep, // the step is over
    AskOperator,
    NoteStop, // the step is held: say why
    Stop,
    Pause,
    UndoNextStep,
    StopUndone, // undone back to the step that was asked for
    Finish,
};

// A record is being written; nothing else happens before it is on the disk.
struct Recording {
    JournalRecord record;
    AfterRecord then = AfterRecord::BeginNextStep;
    std::optional<StepWork> work; // the step that the record is about, if it goes on
    std::optional<RetryDecision> decision;
};

// The steps that were done before the run rested are read again. A step counts as changed when two readings in a row,
// recheckInterval apart, show it.
struct Rechecking {
    std::optional<RetryDecision> decision;
    std::vector<std::size_t> suspects; // what the reading before showed as changed
    bool suspected = false;            // there was a reading before
    int failures = 0;                  // readings in a row that failed
};

// Waits before the next reading of the done steps.
struct RecheckWaiting {
    Rechecking next;
};

using Activity = std::variant<Recording, Rechecking, RecheckWaiting, StepWork>;

struct NotStarted {
};
struct Working {
    Wish wish;
    Activity activity;
};
struct Paused { // between two steps, or in one that only waited
};
struct Stopped { // resumable
};
struct Asking { // the step at hand failed, is unknown, or was changed by somebody else: the operator decides
};
struct Finished {
};
struct JournalLost { // nothing is sent any more; what is on the disk is continued by another runner
};

using RunnerState = std::variant<NotStarted, Working, Paused, Stopped, Asking, Finished, JournalLost>;

// The name of the innermost state, as the transition table has it: "Recording", "Holding", "Asking".
[[nodiscard]] const char* nameOf(const RunnerState& state) noexcept;

} // namespace drydock::maintenance
