#include "model/maintenance/step_machine.h"

#include "model/maintenance/effect_conditions.h"
#include "model/maintenance/messages.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

constexpr const char* copiesCheck = "copies-elsewhere";
// A refused command is read after twice: the first reading may come too early to see that it had an effect after all.
constexpr int readingsAfterRefusal = 2;
// The same before something is sent again that may be under way still, or have reached one domain controller only.
constexpr int readingsBeforeSendingAgain = 2;
// What is known not to be so is not waited for; it is read twice, as everything that decides.
constexpr int readingsThatBlock = 2;

Duration backingOff(Duration poll, int times) { return std::min(poll * (1 << std::min(times, 6)), longestRetryDelay); }

} // namespace

StepMachine::StepMachine(const Step& step, StepState& state, const std::set<std::string>& overrides, bool undoing)
    : m_step(step), m_state(state), m_undoing(undoing)
{
    for (const auto& command : commands())
        m_effectChecks.push_back({conditionsFor(command, conditions()), {}, false, 0});
    if (undoing) return;
    for (const auto& condition : step.preconditions)
        if (!(std::holds_alternative<GoodCopyElsewhere>(condition) && overrides.count(copiesCheck) != 0))
            m_preconditions.push_back(condition);
}

void StepMachine::begin(Time now)
{
    const auto status = m_state.status;
    m_begunAt = m_state.sent.size();
    m_started = m_undoing || anythingSent() || !(status == StepStatus::ToDo || status == StepStatus::Undone);
    m_forwardEffectUnknown = m_undoing && status != StepStatus::Done && forwardMayHaveRun();
    if (m_undoing)
        m_state.status = StepStatus::Undoing;
    else if (status != StepStatus::Unknown)
        m_state.status = StepStatus::Checking;
    m_state.attempts = 0;
    m_state.noProgress = false;
    m_state.sendable = false;
    m_state.finishedAt.reset();
    m_state.deadline = now + m_step.timeout;
    if (!m_state.startedAt) m_state.startedAt = now;
    m_progressAt = now;
}

void StepMachine::setRetryMode(RetryMode mode)
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto delivery = deliveryOf(i);
        if (delivery == DeliveryStatus::Failed || (mode == RetryMode::SendAgain && delivery != DeliveryStatus::NotSent))
            m_again.insert(i);
    }
}

bool StepMachine::anythingSent() const { return !all(DeliveryStatus::NotSent); }

bool StepMachine::forwardMayHaveRun() const
{
    const auto delivered = {DeliveryStatus::Succeeded, DeliveryStatus::Failed, DeliveryStatus::Unknown};
    return std::ranges::any_of(
        delivered, [&](DeliveryStatus delivery) { return m_state.any(delivery, m_step.commands.size(), false); });
}

bool StepMachine::all(DeliveryStatus delivery) const
{
    for (std::size_t i = 0; i < commands().size(); ++i)
        if (deliveryOf(i) != delivery) return false;
    return true;
}

bool StepMachine::any(DeliveryStatus delivery) const { return m_state.any(delivery, commands().size(), m_undoing); }

bool StepMachine::unknown() const
{
    for (std::size_t i = 0; i < commands().size(); ++i)
        if (deliveryOf(i) == DeliveryStatus::Unknown && !m_effectChecks[i].holds) return true;
    return false;
}

// A step that may end with a warning does what else it can: one service that cannot be started keeps no other down.
bool StepMachine::toleratesFailures() const { return m_step.onTimeout == OnTimeout::Warn && !m_undoing; }

bool StepMachine::shownWithoutEffect(std::size_t command) const
{
    return m_effectChecks[command].without >= readingsBeforeSendingAgain;
}

// The command that goes out next, if its preconditions hold; none: wait for what was sent.
std::optional<std::size_t> StepMachine::nextCommand() const
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto delivery = deliveryOf(i);
        const bool first = delivery == DeliveryStatus::NotSent || delivery == DeliveryStatus::NotDelivered;
        if (first && (m_forwardEffectUnknown || commands().size() == 1 || !m_effectChecks[i].holds)) return i;
        if (m_effectChecks[i].holds || first) continue; // an error does not decide, the readings do
        if (m_again.contains(i) &&
            (shownWithoutEffect(i) || (delivery == DeliveryStatus::Failed && m_effectChecks[i].conditions.empty())))
            return i;
        if (delivery == DeliveryStatus::Unknown || (delivery == DeliveryStatus::Failed && !toleratesFailures()))
            return {};
    }
    return {};
}

// Of the first command that came back with an error and was not sent again since with more luck.
std::optional<Error> StepMachine::openError(std::size_t from) const
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto* last = m_state.last(i, m_undoing);
        if (last && last->error && last >= m_state.sent.data() + from) return last->error;
    }
    return {};
}

Needs StepMachine::needs() const
{
    Needs all;
    for (const auto& condition : conditions())
        all.merge(maintenance::needs(condition));
    // What comes before a command is not asked once all are out.
    if (!m_again.empty() || any(DeliveryStatus::NotSent) || any(DeliveryStatus::NotDelivered))
        for (const auto& condition : m_preconditions)
            all.merge(maintenance::needs(condition));
    if (all.empty()) all.insert({SnapshotSection::Servers, ServerName()});
    return all;
}

StepMachine::Evaluation StepMachine::evaluateAll(const std::vector<Condition>& conditions, const DagSnapshot& snapshot)
{
    Evaluation evaluation;
    bool startUntold = true;
    for (const auto& condition : conditions) {
        const auto result = evaluate(condition, snapshot);
        evaluation.evidence.push_back(result.found.english());
        evaluation.early = evaluation.early || result.early;
        if (result.status == ConditionStatus::Met) continue;
        startUntold = startUntold && result.status == ConditionStatus::Unknown &&
                      std::holds_alternative<ServiceNoticed>(condition);
        if (result.status == ConditionStatus::NotMet) evaluation.fails = true;
        if (evaluation.holds) evaluation.missing = result.found;
        evaluation.holds = false;
    }
    evaluation.onlyStartUntold = !evaluation.holds && startUntold;
    return evaluation;
}

void StepMachine::checkEffects(const DagSnapshot& snapshot)
{
    m_state.sendable = false;
    for (std::size_t i = 0; i < m_effectChecks.size(); ++i) {
        auto& check = m_effectChecks[i];
        if (check.conditions.empty()) continue; // nothing tells
        const auto evaluation = evaluateAll(check.conditions, snapshot);
        check.holds = evaluation.holds;
        // What still changes may be the effect under way: databases left, messages queued.
        const bool same = evaluation.missing == check.missing;
        check.missing = evaluation.missing;
        check.without = !evaluation.fails ? 0 : same ? check.without + 1 : 1;
        const auto delivery = deliveryOf(i);
        if ((delivery == DeliveryStatus::Unknown || delivery == DeliveryStatus::Succeeded) && shownWithoutEffect(i))
            m_state.sendable = true;
    }
}

// What was read before an answer tells nothing of what the command did.
void StepMachine::resetEffectChecks()
{
    m_held = 0;
    for (auto& check : m_effectChecks) {
        check.holds = false;
        check.without = 0;
    }
}

void StepMachine::watchProgress(Time now)
{
    if (!(m_evaluation.missing == m_lastMissing)) m_progressAt = now;
    m_lastMissing = m_evaluation.missing;
    m_state.noProgress = now - m_progressAt >= m_step.noProgressAfter;
}

bool StepMachine::heldLongEnough(Time now) const
{
    if (!m_step.mustHoldTwice || m_undoing) return true;
    return m_held >= 2 && (!m_evaluation.early || now - m_heldSince >= heldAfterServiceStart);
}

Decision StepMachine::onSnapshot(const DagSnapshot& snapshot, Time now)
{
    ++m_state.attempts;
    m_failures = 0;
    m_snapshotError.reset();
    m_evaluation = evaluateAll(conditions(), snapshot);
    // Nothing to prove it by: it is done when its commands have returned.
    if (conditions().empty()) m_evaluation.holds = all(DeliveryStatus::Succeeded);
    checkEffects(snapshot);
    m_before = evaluateAll(m_preconditions, snapshot);
    m_blockedReadings = m_before.fails ? m_blockedReadings + 1 : 0;
    watchProgress(now);
    // An undo is not taken for done by a reading that may be older than what the step has sent.
    if (m_evaluation.holds && !(m_forwardEffectUnknown && any(DeliveryStatus::NotSent))) {
        m_state.waitingFor = {};
        if (m_held++ == 0) m_heldSince = now;
        if (heldLongEnough(now)) return finish();
        m_state.waitingFor = sentence<"a-second-reading">();
        return wait(now, m_step.poll);
    }
    m_held = 0;
    m_state.waitingFor = m_evaluation.missing;
    if (!m_started) return {Decision::Kind::Start, {}, {}, {}, {}};
    return decide(now);
}

Decision StepMachine::afterStarted(Time now)
{
    m_started = true;
    return decide(now);
}

// What to do when the last reading says that it is not so yet.
Decision StepMachine::decide(Time now)
{
    if (const auto next = nextCommand()) {
        if (!m_before.holds) {
            m_state.waitingFor = m_before.missing;
            if (m_blockedReadings >= readingsThatBlock) return fail(blocked());
            return wait(now, m_step.poll);
        }
        if (m_notBefore && now < *m_notBefore) return wait(now, *m_notBefore - now);
        if (m_notLeft > 0 && m_state.deadline && now >= *m_state.deadline) return timeUp();
        return {Decision::Kind::Send, {}, {}, {}, {}, *next};
    }
    const bool refused = any(DeliveryStatus::Failed) && !any(DeliveryStatus::Succeeded) && !unknown();
    if (refused && m_evaluation.fails && ++m_readingsAfterError >= readingsAfterRefusal) return fail(*openError());
    return wait(now, m_step.poll);
}

Decision StepMachine::finish() const
{
    Decision decision{Decision::Kind::Finish, {}, StepStatus::Done, m_evaluation.evidence, {}};
    // What never left needs no word when it is so all the same; nor does what was told at an earlier rest.
    if (any(DeliveryStatus::Failed) || any(DeliveryStatus::Unknown)) decision.error = openError(m_begunAt);
    if (m_undoing)
        decision.status = StepStatus::Undone;
    else if (!m_started && !commands().empty())
        decision.status = StepStatus::Skipped;
    return decision;
}

Decision StepMachine::onSnapshotFailed(const Error& error, Time now)
{
    ++m_state.attempts;
    resetEffectChecks();
    m_snapshotError = error;
    // In short: the whole chain of causes is in the error the step fails with, if it comes to that.
    m_state.waitingFor = sentence<"an-answer-after">(error.what + ": " + domain::toString(error.kind));
    return wait(now, backingOff(m_step.poll, m_failures++));
}

Decision StepMachine::onAnswer(Time now)
{
    const auto& answered = m_state.sent.back();
    resetEffectChecks();
    m_again.erase(answered.command);
    m_readingsAfterError = 0;
    m_progressAt = now;
    if (deliveryOf(answered.command) == DeliveryStatus::NotDelivered) {
        m_notBefore = now + backingOff(m_step.poll, m_notLeft++);
        return {};
    }
    m_notLeft = 0;
    m_notBefore.reset();
    m_state.deadline = now + m_step.timeout;
    // The next one at once; what was left out before it needs a reading to be looked at again.
    const auto next = answered.error ? std::nullopt : nextCommand();
    if (next && *next > answered.command && deliveryOf(*next) == DeliveryStatus::NotSent)
        return {Decision::Kind::Send, {}, {}, {}, {}, *next};
    return {};
}

Decision StepMachine::wait(Time now, Duration delay)
{
    if (m_state.deadline && now >= *m_state.deadline) return timeUp();
    const auto until = m_state.deadline ? std::min(now + delay, *m_state.deadline) : now + delay;
    m_state.nextPoll = until;
    if (m_undoing)
        m_state.status = StepStatus::Undoing;
    else
        m_state.status = unknown() ? StepStatus::Unknown : StepStatus::Waiting;
    return {Decision::Kind::Wait, until, {}, {}, {}};
}

Decision StepMachine::timeUp() const
{
    if (m_snapshotError) return fail(*m_snapshotError);
    const auto error = openError();
    if (!error && !unknown() && nextCommand() && !m_before.holds) return fail(blocked());
    const Error late{ErrorKind::NotReached, m_step.title.english(), m_state.waitingFor.english(), 0, nullptr};
    // When a service started cannot be read everywhere: then its commands' word must do, and a warning says so.
    const bool undone = m_undoing && all(DeliveryStatus::Succeeded) && m_evaluation.onlyStartUntold;
    const bool mayGoOn = toleratesFailures() && !unknown() && !nextCommand();
    if (undone || mayGoOn) {
        const auto status = undone ? StepStatus::Undone : StepStatus::Done;
        return {Decision::Kind::Finish, {}, status, m_evaluation.evidence, error.value_or(late)};
    }
    return fail(error.value_or(late));
}

Error StepMachine::blocked() const
{
    return {ErrorKind::Precondition, m_step.title.english(), m_before.missing.english(), 0, nullptr};
}

Decision StepMachine::fail(const Error& error) const
{
    return {
        Decision::Kind::Fail, {}, unknown() ? StepStatus::Unknown : StepStatus::Failed, m_evaluation.evidence, error};
}

} // namespace drydock::maintenance
