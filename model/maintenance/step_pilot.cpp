#include "model/maintenance/step_pilot.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

constexpr const char* copiesCheck = "copies-elsewhere";
constexpr Duration longestDelay = std::chrono::seconds(60);
// A refused command is read after twice: the first reading may come too early to see that it had an effect after all.
constexpr int readingsAfterRefusal = 2;
// The same before something is sent again that may be under way still, or have reached one domain controller only.
constexpr int readingsBeforeSendingAgain = 2;
// What is known not to be so is not waited for; it is read twice, as everything that decides.
constexpr int readingsThatBlock = 2;

// Cmdlets that return before their work is done; a setting that did not come about may be set again.
bool goesOnByItself(const Command& command)
{
    return command.cmdlet == "Move-ActiveMailboxDatabase" || command.cmdlet == "Redirect-Message" ||
           command.cmdlet == "Restart-Service";
}

} // namespace

StepPilot::StepPilot(const Step& step, StepState& state, const std::set<std::string>& overrides, bool undoing)
    : m_step(step), m_state(state), m_undoing(undoing)
{
    if (undoing) return;
    for (const auto& condition : step.preconditions)
        if (!(std::holds_alternative<GoodCopyElsewhere>(condition) && overrides.count(copiesCheck) != 0))
            m_preconditions.push_back(condition);
}

void StepPilot::begin(Time now)
{
    const auto status = m_state.status;
    // An undo that begins was asked for by the operator just now; what may have been sent was not asked for again.
    // All was sent and taken, it goes on by itself, and only time was up: it is waited for anew, and nothing is sent
    // again.
    const bool underWay = m_state.undo == m_undoing; // what the state says of commands is of this direction
    const auto& all = commands();
    const bool late = underWay && status == StepStatus::Failed && !m_state.refused && m_state.sent >= all.size() &&
                      std::any_of(all.begin(), all.end(), goesOnByItself);
    m_needsConsent = underWay && !late && (status == StepStatus::Unknown || status == StepStatus::Failed);
    m_unknown = underWay && status == StepStatus::Unknown;
    m_started = m_undoing || !(status == StepStatus::ToDo || status == StepStatus::Undone);
    m_anyReturned = underWay && m_started && !m_needsConsent && m_state.sent > 0;
    if (!underWay) m_state.sent = 0;
    if (m_undoing)
        m_state.status = StepStatus::Undoing;
    else if (status != StepStatus::Unknown)
        m_state.status = StepStatus::Checking;
    m_state.attempts = 0;
    m_state.noProgress = false;
    m_state.finishedAt.reset();
    m_state.deadline = now + m_step.timeout;
    if (!m_state.startedAt) m_state.startedAt = now;
    m_progressAt = now;
}

void StepPilot::consent() { m_consented = m_needsConsent; }

Needs StepPilot::needs() const
{
    Needs all;
    for (const auto& condition : conditions())
        all.merge(maintenance::needs(condition));
    if (m_needsConsent || m_state.sent < commands().size()) // what comes before a command is not asked once all are out
        for (const auto& condition : m_preconditions)
            all.merge(maintenance::needs(condition));
    if (all.empty()) all.insert({Part::Servers, ServerName()});
    return all;
}

StepPilot::Reading StepPilot::read(const std::vector<Condition>& conditions, const DagSnapshot& snapshot)
{
    Reading reading;
    for (const auto& condition : conditions) {
        const auto verdict = evaluate(condition, snapshot);
        reading.evidence.push_back(verdict.found.english());
        if (verdict.truth == Truth::Holds) continue;
        if (verdict.truth == Truth::Fails) reading.fails = true;
        if (reading.holds) reading.missing = verdict.found;
        reading.holds = false;
    }
    return reading;
}

void StepPilot::watchProgress(Time now)
{
    if (!(m_reading.missing == m_lastMissing)) m_progressAt = now;
    m_lastMissing = m_reading.missing;
    m_state.noProgress = now - m_progressAt >= m_step.noProgressAfter;
}

Decision StepPilot::onReading(const DagSnapshot& snapshot, Time now)
{
    ++m_state.attempts;
    m_failures = 0;
    m_readingError.reset();
    m_reading = read(conditions(), snapshot);
    // Nothing to prove it by: it is done when its commands have returned.
    if (conditions().empty()) {
        m_reading.holds = m_state.sent >= commands().size() && !m_commandError && !m_needsConsent;
        m_reading.fails = !m_reading.holds;
    }
    m_before = read(m_preconditions, snapshot);
    m_failedReadings = m_reading.fails ? m_failedReadings + 1 : 0;
    m_blockedReadings = m_before.fails ? m_blockedReadings + 1 : 0;
    watchProgress(now);
    if (m_reading.holds) {
        m_state.waitingFor = {};
        if (++m_held >= (m_step.mustHoldTwice && !m_undoing ? 2 : 1)) return finish();
        m_state.waitingFor = {DRYDOCK_TEXT("model", "a second reading that says the same"), {}};
        return wait(now, m_step.poll);
    }
    m_held = 0;
    m_state.waitingFor = m_reading.missing;
    if (!m_started) return {Decision::Kind::Start, {}, {}, {}, {}};
    return decide(now);
}

Decision StepPilot::afterStarted(Time now)
{
    m_started = true;
    return decide(now);
}

// What to do when the last reading says that it is not so yet.
Decision StepPilot::decide(Time now)
{
    if (m_needsConsent && m_consented && (!m_unknown || m_failedReadings >= readingsBeforeSendingAgain))
        return sendAgain();
    const bool refused = m_commandError && m_commandError->kind != ErrorKind::OutcomeUnknown;
    // A step that may end with a warning does what else it can: one service that cannot be started keeps no other down.
    const bool goesOn = !m_commandError || (refused && m_step.onTimeout == OnTimeout::Warn && !m_undoing);
    const bool more = m_state.sent < commands().size();
    if (refused && !m_anyReturned && !(goesOn && more) && ++m_readingsAfterError >= readingsAfterRefusal)
        return fail(*m_commandError);
    if (goesOn && !m_needsConsent && more) {
        if (m_before.holds) return {Decision::Kind::Send, {}, {}, {}, {}};
        m_state.waitingFor = m_before.missing;
        if (m_blockedReadings >= readingsThatBlock) return fail(blocked());
    }
    return wait(now, m_step.poll);
}

Decision StepPilot::sendAgain()
{
    m_unknown = m_needsConsent = m_consented = false;
    m_commandError.reset();
    m_anyReturned = false;
    if (m_undoing) {
        m_state.sent = 0;
        return {Decision::Kind::Send, {}, {}, {}, {}};
    }
    m_started = false; // a new attempt: the journal says so, and its commands count from the first again
    return {Decision::Kind::Start, {}, {}, {}, {}};
}

Decision StepPilot::finish()
{
    Decision decision{Decision::Kind::Finish, {}, StepStatus::Done, m_reading.evidence, m_commandError};
    if (m_undoing)
        decision.status = StepStatus::Undone;
    else if (!m_started && !commands().empty())
        decision.status = StepStatus::Skipped;
    return decision;
}

Decision StepPilot::onReadingFailed(const Error& error, Time now)
{
    ++m_state.attempts;
    m_held = 0;
    m_failedReadings = 0;
    m_readingError = error;
    // In short: the whole chain of causes is in the error the step fails with, if it comes to that.
    m_state.waitingFor = {DRYDOCK_TEXT("model", "an answer; the last reading failed: %1"),
                          {error.what + ": " + domain::toString(error.kind)}};
    const auto shift = std::min(m_failures++, 6);
    return wait(now, std::min(m_step.poll * (1 << shift), longestDelay));
}

Decision StepPilot::onAnswer(const std::optional<Error>& error, Time now)
{
    m_state.deadline = now + m_step.timeout;
    m_progressAt = now;
    m_held = 0;
    m_failedReadings = 0;
    if (!error) {
        m_anyReturned = true;
        if (m_state.sent < commands().size()) return {Decision::Kind::Send, {}, {}, {}, {}};
        return {};
    }
    m_commandError = error;
    m_readingsAfterError = 0;
    m_consented = false;
    m_unknown = error->kind == ErrorKind::OutcomeUnknown;
    m_needsConsent = m_unknown;
    return {};
}

Decision StepPilot::wait(Time now, Duration delay)
{
    if (m_state.deadline && now >= *m_state.deadline) return timeUp(now);
    const auto until = m_state.deadline ? std::min(now + delay, *m_state.deadline) : now + delay;
    m_state.nextPoll = until;
    if (m_undoing)
        m_state.status = StepStatus::Undoing;
    else
        m_state.status = m_unknown ? StepStatus::Unknown : StepStatus::Waiting;
    return {Decision::Kind::Wait, until, {}, {}, {}};
}

Decision StepPilot::timeUp(Time) const
{
    if (m_readingError) return fail(*m_readingError);
    const bool refused = m_commandError && m_commandError->kind != ErrorKind::OutcomeUnknown;
    if (!m_commandError && !m_needsConsent && m_state.sent < commands().size() && !m_before.holds) return fail(blocked());
    const Error late{ErrorKind::NotReached, m_step.title.english(), m_state.waitingFor.english(), 0, nullptr};
    const bool mayGoOn =
        m_step.onTimeout == OnTimeout::Warn && !m_undoing && !m_needsConsent && m_state.sent == commands().size();
    if (mayGoOn && (!m_commandError || refused))
        return {Decision::Kind::Finish, {}, StepStatus::Done, m_reading.evidence, m_commandError.value_or(late)};
    return fail(m_commandError.value_or(late));
}

Error StepPilot::blocked() const
{
    return {ErrorKind::Precondition, m_step.title.english(), m_before.missing.english(), 0, nullptr};
}

Decision StepPilot::fail(const Error& error) const
{
    return {Decision::Kind::Fail, {}, m_unknown ? StepStatus::Unknown : StepStatus::Failed, m_reading.evidence, error};
}

} // namespace drydock::maintenance
