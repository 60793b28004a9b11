// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The state of a maintenance run, as window, command line and report show it.
#pragma once

#include "model/domain/error.h"
#include "model/maintenance/command_report.h"
#include "model/maintenance/plan.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

enum class StepStatus { ToDo, Checking, Running, Waiting, Done, Skipped, Failed, Unknown, Undoing, Undone };
// Returns the word of app/docs/cli.md: "todo", "started" (Checking and Running), "waiting", "done" …
[[nodiscard]] const char* toString(StepStatus status) noexcept;
[[nodiscard]] std::optional<StepStatus> stepStatusNamed(std::string_view name) noexcept;

// A command whose sending was recorded, and its answer.
struct SentCommand {
    std::size_t command = 0; // index into Step::commands, or into Step::undo
    bool undo = false;
    domain::Time at{};
    std::optional<domain::Time> returnedAt; // empty: no answer was recorded
    std::optional<domain::Error> error;
    std::vector<std::string> remarks = {}; // CommandReport::remarks
    bool operator==(const SentCommand&) const;
};

// What the journal shows of a command. NotDelivered: it certainly did not reach a server and may be sent again without
// asking. Failed: the answer was an error. Unknown: there is no answer, or the answer leaves the outcome open.
enum class DeliveryStatus { NotSent, Succeeded, NotDelivered, Failed, Unknown };

struct StepState {
    StepStatus status = StepStatus::ToDo;
    int attempts = 0; // number of readings
    std::optional<domain::Time> startedAt;
    std::optional<domain::Time> finishedAt;
    std::optional<domain::Time> nextPoll;
    std::optional<domain::Time> deadline;
    domain::LocalizableText waitingFor; // what was found instead of the first unmet condition
    bool noProgress = false;            // waitingFor has not changed for Step::noProgressAfter
    std::vector<std::string> evidence;  // what the last reading showed of each condition
    std::optional<domain::Error> error;
    std::vector<SentCommand> sent; // of every attempt, oldest first
    std::size_t attempt = 0;       // index into `sent` where the current attempt begins
    bool reopened = false;         // this run did it, and later readings showed that it is not done any more
    bool resendApproved = false;   // the operator agreed that a reopened step sends its commands again
    bool mayGoOnWithout =
        false;                  // only conditions of Step::goOnWithout are not met: the operator may go on without them
    bool goneOnWithout = false; // the operator continued without the unmet conditions
    bool sendable = false;      // readings show that a command had no effect, so the operator may send it again
    bool operator==(const StepState&) const;

    [[nodiscard]] DeliveryStatus deliveryOf(std::size_t command, bool ofUndo) const;
    // Returns whether one of the first `commands` commands has this status.
    [[nodiscard]] bool any(DeliveryStatus delivery, std::size_t commands, bool ofUndo) const;
    // Returns the newest entry of the command in the current attempt; nullptr if there is none.
    [[nodiscard]] const SentCommand* last(std::size_t command, bool ofUndo) const;
    [[nodiscard]] bool unanswered() const; // the last command of the current attempt has no answer
    [[nodiscard]] bool settled() const;    // the step is done or skipped
    // Returns the time since the start, or how long the step took; empty if it has not started. The time of an undo
    // counts from its first command.
    [[nodiscard]] std::optional<domain::Duration> elapsed(domain::Time now) const;
};

enum class RunPhase { NotStarted, Running, Paused, StopRequested, Stopped, Asking, Undoing, Finished };
enum class Outcome { None, Succeeded, SucceededWithWarnings, Failed, Stopped, Unknown, Undone, Abandoned };
[[nodiscard]] const char* toString(RunPhase phase) noexcept;
[[nodiscard]] std::optional<RunPhase> runPhaseNamed(std::string_view name) noexcept;
[[nodiscard]] bool isResumable(RunPhase phase) noexcept;      // it stopped, asks or was interrupted
[[nodiscard]] const char* toString(Outcome outcome) noexcept; // for example "succeeded", "failed"
[[nodiscard]] std::optional<Outcome> outcomeNamed(std::string_view name) noexcept;
[[nodiscard]] bool isSuccess(Outcome outcome) noexcept; // with or without warnings

// Returns "2026-11-22T21-04-05-MAIL-enter", for example. Ids sort by time and are valid file names on every platform.
[[nodiscard]] std::string runId(domain::Time at, const domain::ServerName& server, RunKind runKind);

// The format of journals (model/docs/journal-format.md). Journals of a newer format are neither read nor written.
// 0: journals without a number. 1: sentences are English text. 2: sentences are ids of the catalogues. 3: more kinds of
// runs, steps and conditions.
inline constexpr int journalFormat = 3;

struct RunState {
    std::string id; // runId()
    int format = journalFormat;
    std::uint64_t number = 0; // counts up in a folder of journals, whatever the clock says; 0: an older format
    Plan plan;
    std::string reason;
    std::string changeNumber;
    std::string operatorName;
    std::string computer;            // the one that the run was begun on; empty: a journal from before it was kept
    std::set<std::string> overrides; // check ids
    std::string domainController;    // the plan's, or the one that the run uses since that does not answer
    std::vector<Condition>
        goneOnWithout; // conditions that the operator has gone on without; later steps leave them out
    RunPhase phase = RunPhase::NotStarted;
    Outcome outcome = Outcome::None;
    std::size_t current = 0;               // index into plan.steps
    std::optional<std::size_t> undoDownTo; // set while the run is undone down to this step, also at rest
    std::vector<StepState> steps;          // one for each step of the plan
    std::optional<domain::Time> startedAt;
    std::optional<domain::Time> finishedAt;
    std::vector<DatabaseMove> moves;
    std::optional<std::int64_t> queued; // messages on the server in the last reading
    std::vector<domain::LocalizableText> warnings;
    std::vector<std::string> notes; // decisions of the operator, each with its time
    bool operator==(const RunState&) const;

    // Returns the conditions but those that the operator has gone on without.
    [[nodiscard]] std::vector<Condition> demanded(const std::vector<Condition>& conditions) const;
    [[nodiscard]] bool sentSomething() const;
    [[nodiscard]] bool settingsRecorded() const; // the step that records the settings has come to its end
    [[nodiscard]] std::size_t databasesLeft() const;
    [[nodiscard]] std::size_t settledSteps() const;
    [[nodiscard]] std::size_t firstOpen() const;    // the first unsettled step; steps.size() if all are settled
    [[nodiscard]] Outcome restingOutcome() const;   // the outcome of a run at rest: Unknown, Failed or Stopped
    [[nodiscard]] bool waitsForCredentials() const; // at a step whose last request was refused with user or password
    [[nodiscard]] bool resumable() const;           // isResumable(): the run can be continued
    [[nodiscard]] bool undoable() const;            // the run is resumable and goes into maintenance
};

} // namespace drydock::maintenance
