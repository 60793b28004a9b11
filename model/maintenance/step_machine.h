// Decides what one step, or its undo, needs next: the rules of skipping, sending, waiting, verifying and giving up. No
// I/O.
#pragma once

#include "model/maintenance/run_state.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drydock::maintenance {

struct Decision {
    enum class Kind { ReadSnapshot, Start, Send, Wait, Finish, Fail };
    Kind kind = Kind::ReadSnapshot;
    domain::Time at{};                    // Wait: until then
    StepStatus status = StepStatus::Done; // Finish, Fail
    std::vector<std::string> evidence;
    std::optional<domain::Error> error;
    std::size_t command = 0; // Send: which of the step, or of its undo
};

class StepMachine
{
public:
    StepMachine(const Step& step, StepState& state, const std::set<std::string>& overrides, bool undoing);

    void begin(domain::Time now);
    // The operator's word on what was sent before this beginning. Retry: what was refused goes out again. SendAgain:
    // also what two readings in a row show to have had no effect.
    enum class RetryMode { Retry, SendAgain };
    void setRetryMode(RetryMode mode);
    [[nodiscard]] bool anythingSent() const;
    [[nodiscard]] Needs needs() const;

    [[nodiscard]] Decision onSnapshot(const domain::DagSnapshot& snapshot, domain::Time now);
    [[nodiscard]] Decision onSnapshotFailed(const domain::Error& error, domain::Time now);
    [[nodiscard]] Decision afterStarted(domain::Time now);
    // The command's answer is in the state already.
    [[nodiscard]] Decision onAnswer(domain::Time now);

private:
    struct Evaluation {
        bool holds = true;
        bool fails = false;           // at least one is known not to hold; else what is missing could not be told
        bool early = false;           // one of them may hold only because a service has just started
        bool onlyStartUntold = false; // all that is missing is when a service started, and nobody could tell
        std::vector<std::string> evidence;
        domain::LocalizableText missing; // the first condition that does not hold, as it was found
    };
    // Of one command: what tells that it had its effect, and what the readings since the last answer told.
    struct EffectCheck {
        std::vector<Condition> conditions;
        domain::LocalizableText missing; // as it was last found
        bool holds = false;
        int without = 0; // readings in a row that showed that it had none
    };
    static Evaluation evaluateAll(const std::vector<Condition>& conditions, const domain::DagSnapshot& snapshot);

    const std::vector<Command>& commands() const { return m_undoing ? m_step.undo : m_step.commands; }
    const std::vector<Condition>& conditions() const
    {
        return m_undoing ? m_step.undoVerification : m_step.verification;
    }
    DeliveryStatus deliveryOf(std::size_t command) const { return m_state.deliveryOf(command, m_undoing); }
    bool forwardMayHaveRun() const;
    bool all(DeliveryStatus delivery) const;
    bool any(DeliveryStatus delivery) const;
    bool unknown() const; // something was sent of which neither answer nor readings tell whether it happened
    bool toleratesFailures() const;
    bool shownWithoutEffect(std::size_t command) const;
    std::optional<std::size_t> nextCommand() const;
    std::optional<domain::Error> openError(std::size_t from = 0) const;
    void checkEffects(const domain::DagSnapshot& snapshot);
    void resetEffectChecks();
    bool heldLongEnough(domain::Time now) const;
    void watchProgress(domain::Time now);
    Decision decide(domain::Time now);
    Decision finish() const;
    Decision wait(domain::Time now, domain::Duration delay);
    Decision timeUp() const;
    domain::Error blocked() const;
    Decision fail(const domain::Error& error) const;

    const Step& m_step;
    StepState& m_state;
    std::vector<Condition> m_preconditions;
    std::vector<EffectCheck> m_effectChecks; // one a command
    std::set<std::size_t> m_again;           // commands that the operator's word is about
    std::size_t m_begunAt = 0;               // in what was sent
    bool m_undoing = false;
    bool m_forwardEffectUnknown = false; // undoing what may have had its effect and did not show it
    bool m_started = false;              // StepStarted is in the journal
    int m_held = 0;                      // readings in a row in which all conditions held
    domain::Time m_heldSince{};
    int m_failures = 0; // readings in a row that failed
    int m_notLeft = 0;  // times in a row that a command did not leave
    int m_readingsAfterError = 0;
    int m_blockedReadings = 0;               // readings in a row in which a precondition is known not to hold
    std::optional<domain::Time> m_notBefore; // nothing is sent until then
    std::optional<domain::Error> m_snapshotError;
    Evaluation m_evaluation; // the last good one
    Evaluation m_before;     // of the preconditions
    domain::LocalizableText m_lastMissing;
    domain::Time m_progressAt{};
};

} // namespace drydock::maintenance
