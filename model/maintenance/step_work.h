// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Decides what a step, or its undo, needs next while the runner works on it. It does no I/O.
#pragma once

#include "model/domain/moment.h"
#include "model/maintenance/evaluation.h"
#include "model/maintenance/run_state.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace drydock::maintenance {

enum class Way { Forward, Undo };

// The operator's decision about one step of a run at rest. Retry sends again the commands that a server refused.
// SendAgain also sends again commands that had no effect according to readings, and commands whose effect somebody else
// has changed.
enum class RetryMode { Retry, SendAgain };
struct RetryDecision {
    std::size_t step = 0;
    RetryMode mode = RetryMode::Retry;
};

// The effect of one command according to the readings since its last answer.
struct EffectCheck {
    std::vector<Condition> conditions;
    domain::LocalizableText missing; // the first unmet condition, as it was last found
    bool met = false;
    int withoutEffect = 0;                 // number of readings in a row that showed no effect, finished or in progress
    domain::Duration withoutEffectSince{}; // uptime of the first of them
};

// The current activity of a step. The name of each alternative is the name of the state in the transition table.
namespace step {
// The reasons to wait between two readings. Each holds the counts of readings that it needs.
struct WaitingForEffect {
};
// A precondition is not met, or could not be read.
struct Blocked {
    int readings = 0; // number of readings in a row that show that it is not met
};
// All conditions are met and must be met in another reading.
struct Confirming {
    int readings = 0;
    domain::Duration since{}; // uptime
};
// The command was not delivered and is sent again without asking.
struct BackingOff {
    domain::Duration until{}; // uptime
    int times = 0;
};
struct ReadFailed {
    domain::Error error;
    int times = 0; // number of failed readings in a row
};
using Reason = std::variant<WaitingForEffect, Blocked, Confirming, BackingOff, ReadFailed>;

// A snapshot is being read before anything was sent.
struct Checking {
    Reason after;
};
// A snapshot is being read after something was sent.
struct Verifying {
    Reason after;
};
struct AwaitingAnswer {
    std::size_t command = 0;
    int notDelivered = 0; // how often the command was not delivered before
};
struct Waiting {
    Reason reason;
};
} // namespace step
using StepActivity = std::variant<step::Checking, step::Verifying, step::AwaitingAnswer, step::Waiting>;

// What a step needs next.
namespace next {
struct ReadSnapshot {
};
// Write the record that the step begins.
struct StartStep {
};
struct SendCommand {
    std::size_t command = 0;
};
struct Wait {
    domain::Duration until{}; // uptime
};
struct EndStep {
    StepStatus status = StepStatus::Done;
    std::vector<std::string> evidence;
    std::optional<domain::Error> error; // a warning
};
struct AskOperator {
    StepStatus status = StepStatus::Failed;
    std::vector<std::string> evidence;
    domain::Error error;
};
} // namespace next
using NextAction =
    std::variant<next::ReadSnapshot, next::StartStep, next::SendCommand, next::Wait, next::EndStep, next::AskOperator>;

// Lives as long as the runner works on the step without a rest. `state` is the step's entry in RunState.
class StepWork
{
public:
    StepWork(std::size_t index, const Step& step, StepState& state, const RunState& run, Way way,
             std::optional<RetryMode> mode, domain::Moment now);

    [[nodiscard]] std::size_t index() const noexcept { return m_index; }
    [[nodiscard]] Way way() const noexcept { return m_way; }
    [[nodiscard]] const StepActivity& activity() const noexcept { return m_activity; }
    [[nodiscard]] bool waits() const noexcept { return std::holds_alternative<step::Waiting>(m_activity); }
    // Returns whether a snapshot is being read.
    [[nodiscard]] bool reads() const noexcept
    {
        return std::holds_alternative<step::Checking>(m_activity) ||
               std::holds_alternative<step::Verifying>(m_activity);
    }
    // Returns the step's entry before this work began; empty after a record of the step was written.
    [[nodiscard]] const std::optional<StepState>& unrecorded() const noexcept { return m_unrecorded; }
    [[nodiscard]] Needs needs(const Step& step, const StepState& state) const;

    void noteRecorded() noexcept { m_unrecorded.reset(); }
    // The record of the command is on disk, and the command is sent now.
    void noteSending(std::size_t command);
    // Notes that another reading begins.
    void read(const StepState& state);

    [[nodiscard]] NextAction onSnapshot(const Step& step, StepState& state, const domain::DagSnapshot& snapshot,
                                        domain::Moment now);
    [[nodiscard]] NextAction onSnapshotFailed(const Step& step, StepState& state, const domain::Error& error,
                                              domain::Moment now);
    // The record that the step begins is on disk.
    [[nodiscard]] NextAction onStarted(const Step& step, StepState& state, domain::Moment now);
    // The answer is recorded and applied to `state`.
    [[nodiscard]] NextAction onAnswer(const Step& step, StepState& state, domain::Moment now);

private:
    friend struct StepDecider;
    void readAfter(step::Reason reason, const StepState& state);

    std::size_t m_index = 0;
    Way m_way = Way::Forward;
    StepActivity m_activity;
    std::optional<StepState> m_unrecorded;
    std::vector<Condition> m_conditions; // the verification without what the operator has gone on without
    std::vector<Condition> m_preconditions;
    std::vector<EffectCheck> m_effects;  // one for each command
    std::set<std::size_t> m_resend;      // commands that the operator's decision applies to
    std::size_t m_sentBefore = 0;        // size of `state.sent` when this work began
    bool m_started = false;              // the journal has the record that the step begins
    bool m_forwardEffectUnknown = false; // an undo of commands that may have had an effect which no reading showed
    Evaluation m_evaluation;             // of the conditions in the last snapshot
    Evaluation m_preconditionsFound;     // of the preconditions in the last snapshot
    domain::LocalizableText m_lastMissing;
    domain::Duration m_progressAt{}; // uptime of the last change of m_lastMissing
    domain::Duration m_answeredAt{}; // uptime of the last answer, or of the beginning
    domain::Duration m_deadline{};   // uptime
};

} // namespace drydock::maintenance
