// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The states of the runner, each with only the data that belongs to it.
//
// A run is in one of the alternatives of RunnerState. While it works, it is in one of the alternatives of Activity, and
// its step in one of the alternatives of StepActivity (step_work.h). The state that an operator's decision applies to
// holds the decision, which ends with that state. model/docs/state-machine.md lists every transition.
#pragma once

#include "model/maintenance/journal_record.h"
#include "model/maintenance/step_work.h"

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace drydock::maintenance {

// What the operator requested while the run works. It is carried out as soon as nothing is outstanding. A later request
// replaces an earlier one of the same or lower priority; the priority is the order of the alternatives.
namespace wish {
struct None {
};
struct GoOnWithout {
    std::size_t step = 0;
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
using Wish = std::variant<wish::None, wish::GoOnWithout, wish::Pause, wish::Stop, wish::Undo, wish::Abandon>;

// What the runner does when the record that is being written is on disk.
enum class AfterRecord {
    ShareBegin,      // write the begin into the organisation's record
    ShareBeginAgain, // the same in a run that was cut off before it had sent anything
    BeginNextStep,
    RecheckDoneSteps,
    ContinueStep, // the step has started: its first command may be sent
    SendCommand,
    HandleAnswer,
    ReadAgain, // the reading was made at another domain controller
    EndStep,   // the step is over
    AskOperator,
    NoteStop, // the step is held: write a note that says why
    Stop,
    Pause,
    UndoNextStep,
    StopUndone, // the undo has reached the step that was requested
    RecordEnd,  // record that the run is over
    Finish,
};

// A record is being written. Nothing else happens before it is on disk.
struct Recording {
    JournalRecord record;
    AfterRecord then = AfterRecord::BeginNextStep;
    std::optional<StepWork> work; // the step of the record, if it continues
    std::optional<RetryDecision> decision;
    Outcome outcome = Outcome::None; // of the run that ends: RecordEnd
};
// A comment of the organisation's record is being written. It changes nothing that the run is about, so it has no
// record in the journal, and one that fails is only noted.
struct Sharing {
    std::vector<std::string> comments;
    std::size_t next = 0;  // the comment whose answer is outstanding
    bool repeated = false; // it was sent once more after an error of the connection
    AfterRecord then = AfterRecord::BeginNextStep;
    std::optional<RetryDecision> decision;
    Outcome outcome = Outcome::None; // of the run that ends
};
// The steps that were done before the run rested are read again. A step counts as changed when two readings in a row,
// recheckInterval apart, show the change.
struct Rechecking {
    std::optional<RetryDecision> decision;
    std::vector<std::size_t> suspects; // the steps that the previous reading showed as changed
    bool suspected = false;            // a previous reading exists
    int failures = 0;                  // number of failed readings in a row
};
// The run waits before it reads the done steps again.
struct RecheckWaiting {
    Rechecking next;
};
using Activity = std::variant<Recording, Sharing, Rechecking, RecheckWaiting, StepWork>;

struct NotStarted {
};
struct Working {
    Wish wish;
    Activity activity;
};
// The run is paused between two steps, or in a step that only waited.
struct Paused {
};
// The run can be resumed.
struct Stopped {
};
// The current step failed, is unknown, or was changed by somebody else. The operator decides.
struct Asking {
};
struct Finished {
};
// The journal cannot be written, so this runner sends nothing more. Another runner can continue what is on disk.
struct JournalLost {
};
using RunnerState = std::variant<NotStarted, Working, Paused, Stopped, Asking, Finished, JournalLost>;

// Returns the name of the innermost state in the transition table: "Recording", "Confirming", "Asking".
[[nodiscard]] const char* nameOf(const RunnerState& state) noexcept;

} // namespace drydock::maintenance
