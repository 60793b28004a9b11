// One step, or its undo, while it is played: what is known so far, and what it needs next. No I/O.
#pragma once

#include "model/domain/moment.h"
#include "model/maintenance/condition.h"
#include "model/maintenance/run_state.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace drydock::maintenance {

enum class Way { Forward, Undo };

// The operator's word at a run that rests, about one step. Retry: what a server refused goes out again. SendAgain: also
// what readings show to have had no effect, and what was done and changed since by somebody else.
enum class RetryMode { Retry, SendAgain };
struct RetryDecision {
    std::size_t step = 0;
    RetryMode mode = RetryMode::Retry;
};

// The result of a list of conditions on one snapshot.
struct Evaluation {
    bool met = true;
    bool notMet = false;          // at least one is known not to be met; else what is missing could not be read
    bool inProgress = false;      // at least one is on its way: a database that is mounting, a service that is starting
    bool early = false;           // one of them may be met only because a service has just started
    bool onlyStartUnread = false; // all that is missing is when a service started, and that could not be read
    std::vector<std::string> evidence;
    domain::LocalizableText missing; // the first condition that is not met, as it was found
};
[[nodiscard]] Evaluation evaluateAll(const std::vector<Condition>& conditions, const domain::DagSnapshot& snapshot);

// The effect of one command, as the readings since its last answer show it.
struct EffectCheck {
    std::vector<Condition> conditions;
    domain::LocalizableText missing; // as it was last found
    bool met = false;
    int withoutEffect = 0;                 // readings in a row that showed none and nothing under way
    domain::Duration withoutEffectSince{}; // uptime of the first of them
};

// What a step does at the moment. The name of each alternative is the name of the state in the transition table.
namespace step {
// What is waited for between two readings; what must be seen more than once is counted here.
struct WaitingForEffect {
};
struct Blocked {      // a precondition is known not to be met, or could not be read
    int readings = 0; // in a row that show that it is not met
};
struct Holding { // everything is met, and must be met again
    int readings = 0;
    domain::Duration since{}; // uptime
};
struct BackingOff {           // the command did not leave: it goes out again by itself
    domain::Duration until{}; // uptime
    int times = 0;
};
struct ReadFailed {
    domain::Error error;
    int times = 0; // in a row
};
using Reason = std::variant<WaitingForEffect, Blocked, Holding, BackingOff, ReadFailed>;

struct Checking { // a snapshot is being read, and nothing was sent yet
    Reason after;
};
struct Verifying { // a snapshot is being read after something was sent
    Reason after;
};
struct AwaitingAnswer {
    std::size_t command = 0;
    int notDelivered = 0; // how often the command did not leave before
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
struct StartStep { // record that it begins
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

// Lives as long as the step is played without a rest. `facts` is what journal and display know of the step.
class StepWork
{
public:
    StepWork(std::size_t index, const Step& step, StepState& facts, const RunState& run, Way way,
             std::optional<RetryMode> mode, domain::Moment now);

    [[nodiscard]] std::size_t index() const noexcept { return m_index; }
    [[nodiscard]] Way way() const noexcept { return m_way; }
    [[nodiscard]] const StepActivity& activity() const noexcept { return m_activity; }
    [[nodiscard]] bool waits() const noexcept { return std::holds_alternative<step::Waiting>(m_activity); }
    // What the journal knew of the step before this work began; none once something was recorded since.
    [[nodiscard]] const std::optional<StepState>& unrecorded() const noexcept { return m_unrecorded; }
    [[nodiscard]] Needs needs(const Step& step, const StepState& facts) const;

    void noteRecorded() noexcept { m_unrecorded.reset(); }
    // The record of the command is on the disk: it goes out now.
    void noteSending(std::size_t command);
    // Begins another reading.
    void read(const StepState& facts);

    [[nodiscard]] NextAction onSnapshot(const Step& step, StepState& facts, const domain::DagSnapshot& snapshot,
                                        domain::Moment now);
    [[nodiscard]] NextAction onSnapshotFailed(const Step& step, StepState& facts, const domain::Error& error,
                                              domain::Moment now);
    // The record that the step begins is on the disk.
    [[nodiscard]] NextAction onStarted(const Step& step, StepState& facts, domain::Moment now);
    // The answer is recorded, and so in `facts`.
    [[nodiscard]] NextAction onAnswer(const Step& step, StepState& facts, domain::Moment now);

private:
    friend struct StepDecider;
    void readAfter(step::Reason reason, const StepState& facts);

    std::size_t m_index = 0;
    Way m_way = Way::Forward;
    StepActivity m_activity;
    std::optional<StepState> m_unrecorded;
    std::vector<Condition> m_conditions; // without those that the operator waived
    std::vector<Condition> m_preconditions;
    std::vector<EffectCheck> m_effects;  // one a command
    std::set<std::size_t> m_resend;      // commands that the operator's word is about
    std::size_t m_sentBefore = 0;        // size of `facts.sent` when this work began
    bool m_started = false;              // the journal has the record that the step begins
    bool m_forwardEffectUnknown = false; // undoing what may have had its effect and did not show it
    Evaluation m_evaluation;             // of the last good snapshot
    Evaluation m_before;                 // of the preconditions
    domain::LocalizableText m_lastMissing;
    domain::Duration m_progressAt{}; // uptime of the last change of what is missing
    domain::Duration m_answeredAt{}; // uptime of the last answer, or of the beginning
    domain::Duration m_deadline{};   // uptime
};

} // namespace drydock::maintenance
