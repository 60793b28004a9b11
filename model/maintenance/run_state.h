// Where a maintenance run stands: what the Run page, the command line and the journal's replay all show.
#pragma once

#include "model/domain/error.h"
#include "model/maintenance/command_report.h"
#include "model/maintenance/plan.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

enum class StepStatus { ToDo, Checking, Running, Waiting, Done, Skipped, Failed, Unknown, Undoing, Undone };
// The words of cli.md: "todo", "started" (Checking and Running), "waiting", "done" …
[[nodiscard]] const char* toString(StepStatus status) noexcept;
[[nodiscard]] std::optional<StepStatus> stepStatusNamed(std::string_view name) noexcept;

// A command that was handed out: when, and how it came back.
struct SentCommand {
    std::size_t command = 0; // of the step's commands, or of its undo
    bool undo = false;
    domain::Time at{};
    std::optional<domain::Time> returnedAt; // empty: no answer was recorded
    std::optional<domain::Error> error;
    bool operator==(const SentCommand&) const;
};

// What is known of a command, whatever the servers show. NeverLeft: it certainly did not reach one, and may go out
// again unasked. Refused: it was answered with an error.
enum class DeliveryStatus { NotSent, Succeeded, NotDelivered, Failed, Unknown };

struct StepState {
    StepStatus status = StepStatus::ToDo;
    int attempts = 0; // readings so far
    std::optional<domain::Time> startedAt;
    std::optional<domain::Time> finishedAt;
    std::optional<domain::Time> nextPoll;
    std::optional<domain::Time> deadline;
    domain::LocalizableText waitingFor; // in words
    bool noProgress = false;            // nothing moved for a while
    std::vector<std::string> evidence;  // what proved it
    std::optional<domain::Error> error;
    std::vector<SentCommand> sent; // of every attempt, oldest first
    std::size_t attempt = 0;       // where the present one begins in `sent`
    bool reopened = false;         // it was done by us, and a later reading showed that it is no longer so
    bool resendApproved = false;   // the operator agreed that what is no longer so is sent again
    bool waived = false;           // the operator went on without what was not met
    bool sendable = false;         // readings show that a command which was sent had no effect: it may be sent again
    bool operator==(const StepState&) const;

    [[nodiscard]] DeliveryStatus deliveryOf(std::size_t command, bool ofUndo) const;
    // Whether one of so many commands has that fate.
    [[nodiscard]] bool any(DeliveryStatus delivery, std::size_t commands, bool ofUndo) const;
    // The newest answer to the command in the present attempt; null when there is none.
    [[nodiscard]] const SentCommand* last(std::size_t command, bool ofUndo) const;
    [[nodiscard]] bool unanswered() const; // the last command of the present attempt has not returned
    [[nodiscard]] bool settled() const;    // done or skipped: nothing more to do
    // Since it was started, or what it took; empty: not started.
    [[nodiscard]] std::optional<domain::Duration> elapsed(domain::Time now) const;
};

enum class RunPhase { NotStarted, Running, Paused, StopRequested, Stopped, Asking, Undoing, Finished };
enum class Outcome { None, Succeeded, SucceededWithWarnings, Failed, Stopped, Unknown, Undone, Abandoned };
[[nodiscard]] const char* toString(RunPhase phase) noexcept;
[[nodiscard]] const char* toString(Outcome outcome) noexcept; // "succeeded", "failed", "stopped", "unknown" …
[[nodiscard]] std::optional<Outcome> outcomeNamed(std::string_view name) noexcept;

// "2026-11-22T21-04-05-MAIL-enter": sorts by time, and is a file name everywhere.
[[nodiscard]] std::string runId(domain::Time at, const domain::ServerName& server, Direction direction);

// Of the journal's records (model/docs/journal-format.md); a newer one is not read, nor written to. 0: from before
// there were numbers. 1: sentences are English text. 2: they are ids of the catalogues.
inline constexpr int journalFormat = 2;

struct RunState {
    std::string id; // runId()
    int format = journalFormat;
    Plan plan;
    std::string reason;
    std::string changeNumber;
    std::string operatorName;
    std::set<std::string> overrides; // check ids
    std::vector<Condition> waived;   // what the operator went on without; later steps do not ask for it
    RunPhase phase = RunPhase::NotStarted;
    Outcome outcome = Outcome::None;
    std::size_t current = 0;               // index into plan.steps
    std::optional<std::size_t> undoDownTo; // it is being undone, back to this step: continuing it goes on with that
    std::vector<StepState> steps;          // one a step of the plan
    std::optional<domain::Time> startedAt;
    std::optional<domain::Time> finishedAt;
    std::vector<DatabaseMove> moves;
    std::optional<std::int64_t> queued; // last reading on the server
    std::vector<domain::LocalizableText> warnings;
    std::vector<std::string> notes; // decisions of the operator, each with its time
    bool operator==(const RunState&) const;

    [[nodiscard]] std::size_t databasesLeft() const;
    [[nodiscard]] std::size_t settledSteps() const;
    [[nodiscard]] std::size_t firstOpen() const;  // the step that comes next; steps.size() when all are settled
    [[nodiscard]] Outcome restingOutcome() const; // of a run that does not go on: unknown, failed, or just stopped
    [[nodiscard]] bool resumable() const;         // stopped, asking or cut off: can be continued
    [[nodiscard]] bool
    undoable() const; // resumable, and into maintenance: what a leave run gave back is taken by a new run
};

} // namespace drydock::maintenance
