#include "model/maintenance/step_pilot.h"

#include "model/maintenance/proof.h"

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

// Empty queues just after a start prove nothing: the readings that say so must be this far apart (exchange.md 4.2).
constexpr Duration heldAfterAStart = std::chrono::seconds(30);

Duration backingOff(Duration poll, int times) { return std::min(poll * (1 << std::min(times, 6)), longestDelay); }

} // namespace

StepPilot::StepPilot(const Step& step, StepState& state, const std::set<std::string>& overrides, bool undoing)
    : m_step(step), m_state(state), m_undoing(undoing)
{
    for (const auto& command : commands())
        m_proofs.push_back({proofOf(command, conditions()), {}, false, 0});
    if (undoing) return;
    for (const auto& condition : step.preconditions)
        if (!(std::holds_alternative<GoodCopyElsewhere>(condition) && overrides.count(copiesCheck) != 0))
            m_preconditions.push_back(condition);
}

void StepPilot::begin(Time now)
{
    const auto status = m_state.status;
    m_begunAt = m_state.sent.size();
    m_started = m_undoing || anythingSent() || !(status == StepStatus::ToDo || status == StepStatus::Undone);
    m_doubted = m_undoing && status != StepStatus::Done && forwardMayHaveRun();
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

void StepPilot::heed(Word word)
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto fate = fateOf(i);
        if (fate == Fate::Refused || (word == Word::SendAgain && fate != Fate::NotSent)) m_again.insert(i);
    }
}

bool StepPilot::anythingSent() const { return !all(Fate::NotSent); }

bool StepPilot::forwardMayHaveRun() const
{
    const auto fates = {Fate::Returned, Fate::Refused, Fate::Unknown};
    return std::ranges::any_of(fates, [&](Fate fate) { return m_state.any(fate, m_step.commands.size(), false); });
}

bool StepPilot::all(Fate fate) const
{
    for (std::size_t i = 0; i < commands().size(); ++i)
        if (fateOf(i) != fate) return false;
    return true;
}

bool StepPilot::any(Fate fate) const { return m_state.any(fate, commands().size(), m_undoing); }

bool StepPilot::unknown() const
{
    for (std::size_t i = 0; i < commands().size(); ++i)
        if (fateOf(i) == Fate::Unknown && !m_proofs[i].holds) return true;
    return false;
}

// A step that may end with a warning does what else it can: one service that cannot be started keeps no other down.
bool StepPilot::goesOnWithout() const { return m_step.onTimeout == OnTimeout::Warn && !m_undoing; }

bool StepPilot::shownWithout(std::size_t command) const
{
    return m_proofs[command].without >= readingsBeforeSendingAgain;
}

// The command that goes out next, if its preconditions hold; none: wait for what was sent.
std::optional<std::size_t> StepPilot::nextCommand() const
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto fate = fateOf(i);
        const bool first = fate == Fate::NotSent || fate == Fate::NeverLeft;
        if (first && (m_doubted || commands().size() == 1 || !m_proofs[i].holds)) return i;
        if (m_proofs[i].holds || first) continue; // an error does not decide, the readings do
        if (m_again.contains(i) && (shownWithout(i) || (fate == Fate::Refused && m_proofs[i].conditions.empty())))
            return i;
        if (fate == Fate::Unknown || (fate == Fate::Refused && !goesOnWithout())) return {};
    }
    return {};
}

// Of the first command that came back with an error and was not sent again since with more luck.
std::optional<Error> StepPilot::openError(std::size_t from) const
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto* last = m_state.last(i, m_undoing);
        if (last && last->error && last >= m_state.sent.data() + from) return last->error;
    }
    return {};
}

Needs StepPilot::needs() const
{
    Needs all;
    for (const auto& condition : conditions())
        all.merge(maintenance::needs(condition));
    // What comes before a command is not asked once all are out.
    if (!m_again.empty() || any(Fate::NotSent) || any(Fate::NeverLeft))
        for (const auto& condition : m_preconditions)
            all.merge(maintenance::needs(condition));
    if (all.empty()) all.insert({Part::Servers, ServerName()});
    return all;
}

StepPilot::Reading StepPilot::read(const std::vector<Condition>& conditions, const DagSnapshot& snapshot)
{
    Reading reading;
    bool startUntold = true;
    for (const auto& condition : conditions) {
        const auto verdict = evaluate(condition, snapshot);
        reading.evidence.push_back(verdict.found.english());
        reading.early = reading.early || verdict.early;
        if (verdict.truth == Truth::Holds) continue;
        startUntold =
            startUntold && verdict.truth == Truth::Unknown && std::holds_alternative<ServiceNoticed>(condition);
        if (verdict.truth == Truth::Fails) reading.fails = true;
        if (reading.holds) reading.missing = verdict.found;
        reading.holds = false;
    }
    reading.onlyStartUntold = !reading.holds && startUntold;
    return reading;
}

void StepPilot::readProofs(const DagSnapshot& snapshot)
{
    m_state.sendable = false;
    for (std::size_t i = 0; i < m_proofs.size(); ++i) {
        auto& proof = m_proofs[i];
        if (proof.conditions.empty()) continue; // nothing tells
        const auto reading = read(proof.conditions, snapshot);
        proof.holds = reading.holds;
        // What still changes may be the effect under way: databases left, messages queued.
        const bool same = reading.missing == proof.missing;
        proof.missing = reading.missing;
        proof.without = !reading.fails ? 0 : same ? proof.without + 1 : 1;
        const auto fate = fateOf(i);
        if ((fate == Fate::Unknown || fate == Fate::Returned) && shownWithout(i)) m_state.sendable = true;
    }
}

// What was read before an answer tells nothing of what the command did.
void StepPilot::forgetProofs()
{
    m_held = 0;
    for (auto& proof : m_proofs) {
        proof.holds = false;
        proof.without = 0;
    }
}

void StepPilot::watchProgress(Time now)
{
    if (!(m_reading.missing == m_lastMissing)) m_progressAt = now;
    m_lastMissing = m_reading.missing;
    m_state.noProgress = now - m_progressAt >= m_step.noProgressAfter;
}

bool StepPilot::heldLongEnough(Time now) const
{
    if (!m_step.mustHoldTwice || m_undoing) return true;
    return m_held >= 2 && (!m_reading.early || now - m_heldSince >= heldAfterAStart);
}

Decision StepPilot::onReading(const DagSnapshot& snapshot, Time now)
{
    ++m_state.attempts;
    m_failures = 0;
    m_readingError.reset();
    m_reading = read(conditions(), snapshot);
    // Nothing to prove it by: it is done when its commands have returned.
    if (conditions().empty()) m_reading.holds = all(Fate::Returned);
    readProofs(snapshot);
    m_before = read(m_preconditions, snapshot);
    m_blockedReadings = m_before.fails ? m_blockedReadings + 1 : 0;
    watchProgress(now);
    // An undo is not taken for done by a reading that may be older than what the step has sent.
    if (m_reading.holds && !(m_doubted && any(Fate::NotSent))) {
        m_state.waitingFor = {};
        if (m_held++ == 0) m_heldSince = now;
        if (heldLongEnough(now)) return finish();
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
    const bool refused = any(Fate::Refused) && !any(Fate::Returned) && !unknown();
    if (refused && m_reading.fails && ++m_readingsAfterError >= readingsAfterRefusal) return fail(*openError());
    return wait(now, m_step.poll);
}

Decision StepPilot::finish() const
{
    Decision decision{Decision::Kind::Finish, {}, StepStatus::Done, m_reading.evidence, {}};
    // What never left needs no word when it is so all the same; nor does what was told at an earlier rest.
    if (any(Fate::Refused) || any(Fate::Unknown)) decision.error = openError(m_begunAt);
    if (m_undoing)
        decision.status = StepStatus::Undone;
    else if (!m_started && !commands().empty())
        decision.status = StepStatus::Skipped;
    return decision;
}

Decision StepPilot::onReadingFailed(const Error& error, Time now)
{
    ++m_state.attempts;
    forgetProofs();
    m_readingError = error;
    // In short: the whole chain of causes is in the error the step fails with, if it comes to that.
    m_state.waitingFor = {DRYDOCK_TEXT("model", "an answer; the last reading failed: %1"),
                          {error.what + ": " + domain::toString(error.kind)}};
    return wait(now, backingOff(m_step.poll, m_failures++));
}

Decision StepPilot::onAnswer(Time now)
{
    const auto& answered = m_state.sent.back();
    forgetProofs();
    m_again.erase(answered.command);
    m_readingsAfterError = 0;
    m_progressAt = now;
    if (fateOf(answered.command) == Fate::NeverLeft) {
        m_notBefore = now + backingOff(m_step.poll, m_notLeft++);
        return {};
    }
    m_notLeft = 0;
    m_notBefore.reset();
    m_state.deadline = now + m_step.timeout;
    // The next one at once; what was left out before it needs a reading to be looked at again.
    const auto next = answered.error ? std::nullopt : nextCommand();
    if (next && *next > answered.command && fateOf(*next) == Fate::NotSent)
        return {Decision::Kind::Send, {}, {}, {}, {}, *next};
    return {};
}

Decision StepPilot::wait(Time now, Duration delay)
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

Decision StepPilot::timeUp() const
{
    if (m_readingError) return fail(*m_readingError);
    const auto error = openError();
    if (!error && !unknown() && nextCommand() && !m_before.holds) return fail(blocked());
    const Error late{ErrorKind::NotReached, m_step.title.english(), m_state.waitingFor.english(), 0, nullptr};
    // When a service started cannot be read everywhere: then its commands' word must do, and a warning says so.
    const bool undone = m_undoing && all(Fate::Returned) && m_reading.onlyStartUntold;
    const bool mayGoOn = goesOnWithout() && !unknown() && !nextCommand();
    if (undone || mayGoOn) {
        const auto status = undone ? StepStatus::Undone : StepStatus::Done;
        return {Decision::Kind::Finish, {}, status, m_reading.evidence, error.value_or(late)};
    }
    return fail(error.value_or(late));
}

Error StepPilot::blocked() const
{
    return {ErrorKind::Precondition, m_step.title.english(), m_before.missing.english(), 0, nullptr};
}

Decision StepPilot::fail(const Error& error) const
{
    return {Decision::Kind::Fail, {}, unknown() ? StepStatus::Unknown : StepStatus::Failed, m_reading.evidence, error};
}

} // namespace drydock::maintenance
