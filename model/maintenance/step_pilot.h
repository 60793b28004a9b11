// Decides what one step, or its undo, needs next: the rules of skipping, sending, waiting, verifying and giving up. No
// I/O.
#pragma once

#include "model/maintenance/run_state.h"

#include <set>
#include <string>
#include <vector>

namespace drydock::maintenance {

struct Decision {
    enum class Kind { Observe, Start, Send, Wait, Finish, Fail };
    Kind kind = Kind::Observe;
    domain::Time at{};                    // Wait: until then
    StepStatus status = StepStatus::Done; // Finish, Fail
    std::vector<std::string> evidence;
    std::optional<domain::Error> error;
};

class StepPilot
{
public:
    StepPilot(const Step& step, StepState& state, const std::set<std::string>& overrides, bool undoing);

    void begin(domain::Time now);
    // The operator agrees that commands whose outcome was not known are sent again, once a reading shows they had no
    // effect.
    void consent();
    [[nodiscard]] Needs needs() const;

    [[nodiscard]] Decision onReading(const domain::DagSnapshot& snapshot, domain::Time now);
    [[nodiscard]] Decision onReadingFailed(const domain::Error& error, domain::Time now);
    [[nodiscard]] Decision afterStarted(domain::Time now);
    [[nodiscard]] Decision onAnswer(const std::optional<domain::Error>& error, domain::Time now);

private:
    struct Reading {
        bool holds = true;
        bool fails = false; // at least one is known not to hold; else what is missing could not be told
        std::vector<std::string> evidence;
        domain::Message missing; // the first condition that does not hold, as it was found
    };
    static Reading read(const std::vector<Condition>& conditions, const domain::DagSnapshot& snapshot);

    const std::vector<Command>& commands() const { return m_undoing ? m_step.undo : m_step.commands; }
    const std::vector<Condition>& conditions() const
    {
        return m_undoing ? m_step.undoVerification : m_step.verification;
    }
    void watchProgress(domain::Time now);
    Decision decide(domain::Time now);
    Decision sendAgain();
    Decision finish();
    Decision wait(domain::Time now, domain::Duration delay);
    Decision timeUp(domain::Time now) const;
    domain::Error blocked() const;
    Decision fail(const domain::Error& error) const;

    const Step& m_step;
    StepState& m_state;
    std::vector<Condition> m_preconditions;
    bool m_undoing = false;
    bool m_started = false;      // StepStarted is in the journal
    bool m_unknown = false;      // something was sent whose outcome is not known
    bool m_needsConsent = false; // nothing more is sent unless the operator agrees
    bool m_consented = false;
    bool m_anyReturned = false; // a command of this attempt returned without error
    int m_held = 0;             // readings in a row in which all conditions held
    int m_failures = 0;         // readings in a row that failed
    int m_readingsAfterError = 0;
    int m_failedReadings = 0;  // readings in a row that showed that it is not so
    int m_blockedReadings = 0; // readings in a row in which a precondition is known not to hold
    std::optional<domain::Error> m_commandError;
    std::optional<domain::Error> m_readingError;
    Reading m_reading; // the last good one
    Reading m_before;  // of the preconditions
    domain::Message m_lastMissing;
    domain::Time m_progressAt{};
};

} // namespace drydock::maintenance
