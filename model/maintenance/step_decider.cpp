// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/step_decider.h"

#include "model/domain/error_traits.h"
#include "model/domain/read_only_cmdlet.h"
#include "model/maintenance/messages.h"
#include "model/maintenance/step_timeouts.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

// A precondition that is not met is reported after this number of readings.
constexpr int readingsThatBlock = 2;
// The first reading may come too early to see the effect of a command.
constexpr int readingsWithoutEffect = 2;

Duration backingOff(Duration poll, int times) { return std::min(poll * (1 << std::min(times, 6)), maxPollInterval); }

// Returns what the operator is asked to do, and what was found instead of its effect.
LocalizableText byHand(const Step& step, Way way, const LocalizableText& missing)
{
    const auto& commands = way == Way::Undo ? step.undo : step.commands;
    std::string lines;
    for (const auto& command : commands)
        lines += (lines.empty() ? "" : "; ") + command.toPowerShell();
    return sentence<"run-by-hand">(commands.empty() ? std::string() : commands.front().on.text(), lines, missing);
}

} // namespace

const std::vector<Command>& commandsOf(const Step& step, Way way)
{
    static const std::vector<Command> none;
    if (step.byHand) return none;
    return way == Way::Undo ? step.undo : step.commands;
}

const std::vector<Command>& StepDecider::commands() const { return commandsOf(step, work.m_way); }

const std::vector<Condition>& StepDecider::conditions() const { return work.m_conditions; }

bool StepDecider::undoing() const { return work.m_way == Way::Undo; }

DeliveryStatus StepDecider::deliveryOf(std::size_t command) const
{
    const auto delivery = state.deliveryOf(command, undoing());
    const bool readOnly = isReadOnlyCmdlet(commands()[command].cmdlet);
    return delivery == DeliveryStatus::Unknown && readOnly ? DeliveryStatus::NotDelivered : delivery;
}

bool StepDecider::any(DeliveryStatus status) const { return state.any(status, commands().size(), undoing()); }

bool StepDecider::all(DeliveryStatus status) const
{
    for (std::size_t i = 0; i < commands().size(); ++i)
        if (deliveryOf(i) != status) return false;
    return true;
}

bool StepDecider::toleratesFailures() const { return step.onTimeout == OnTimeout::Warn && !undoing(); }

bool StepDecider::onlyAsks() const
{
    return !commands().empty() &&
           std::ranges::all_of(commands(), [](const Command& command) { return isReadOnlyCmdlet(command.cmdlet); });
}

bool StepDecider::unknown() const
{
    for (std::size_t i = 0; i < commands().size(); ++i)
        if (deliveryOf(i) == DeliveryStatus::Unknown && !work.m_effects[i].met) return true;
    return false;
}

bool StepDecider::shownWithoutEffect(std::size_t command) const
{
    const auto& check = work.m_effects[command];
    if (check.withoutEffect < readingsWithoutEffect) return false;
    if (deliveryOf(command) == DeliveryStatus::Failed) return true;
    const auto since = std::max(check.withoutEffectSince, work.m_answeredAt);
    return now.uptime - since >= effectTime(commands()[command]);
}

bool StepDecider::settledWithoutEffect() const
{
    for (std::size_t i = 0; i < commands().size(); ++i)
        if (deliveryOf(i) != DeliveryStatus::NotSent && !work.m_effects[i].met && !shownWithoutEffect(i)) return false;
    return true;
}

std::optional<std::size_t> StepDecider::nextCommand() const
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto delivery = deliveryOf(i);
        const bool met = work.m_effects[i].met;
        const bool first = delivery == DeliveryStatus::NotSent || delivery == DeliveryStatus::NotDelivered;
        if (first && (work.m_forwardEffectUnknown || commands().size() == 1 || !met)) return i;
        if (met || first) continue; // readings decide even if the answer was an error
        if (work.m_resend.contains(i) && shownWithoutEffect(i)) return i;
        if (delivery == DeliveryStatus::Unknown || (delivery == DeliveryStatus::Failed && !toleratesFailures()))
            return {};
    }
    return {};
}

std::optional<Error> StepDecider::openError(std::size_t from) const
{
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto* last = state.last(i, undoing());
        if (last && last->error && last >= state.sent.data() + from) return last->error;
    }
    return {};
}

void StepDecider::checkEffects(const DagSnapshot& snapshot)
{
    state.sendable = false;
    for (std::size_t i = 0; i < work.m_effects.size(); ++i) {
        auto& check = work.m_effects[i];
        if (check.conditions.empty()) continue; // no condition shows its effect
        const auto evaluation = evaluateAll(check.conditions, snapshot);
        check.met = evaluation.met;
        // A finding that still changes (databases left, messages queued) may be the effect in progress.
        const bool same = evaluation.missing == check.missing;
        check.missing = evaluation.missing;
        if (!evaluation.notMet || evaluation.inProgress)
            check.withoutEffect = 0;
        else if (check.withoutEffect == 0 || !same) {
            check.withoutEffect = 1;
            check.withoutEffectSince = now.uptime;
        } else
            ++check.withoutEffect;
        const auto delivery = deliveryOf(i);
        if ((delivery == DeliveryStatus::Unknown || delivery == DeliveryStatus::Succeeded) && shownWithoutEffect(i))
            state.sendable = true;
    }
}

void StepDecider::resetEffectChecks()
{
    for (auto& check : work.m_effects) {
        check.met = false;
        check.withoutEffect = 0;
    }
}

void StepDecider::watchProgress()
{
    if (!(work.m_evaluation.missing == work.m_lastMissing)) work.m_progressAt = now.uptime;
    work.m_lastMissing = work.m_evaluation.missing;
    state.noProgress = now.uptime - work.m_progressAt >= step.noProgressAfter;
}

bool StepDecider::mayGoOnWithout(const DagSnapshot& snapshot) const
{
    if (undoing() || step.goOnWithout.empty() || work.m_evaluation.met) return false;
    if (step.byHand && (work.m_evaluation.notMet || work.m_preconditionsFound.notMet)) return false;
    auto demanded = conditions();
    std::erase_if(demanded, [this](const Condition& condition) {
        return std::find(step.goOnWithout.begin(), step.goOnWithout.end(), condition) != step.goOnWithout.end();
    });
    return evaluateAll(demanded, snapshot).met;
}

step::Reason StepDecider::reasonBeforeReading(const StepActivity& activity)
{
    if (const auto* checking = std::get_if<step::Checking>(&activity)) return checking->after;
    if (const auto* verifying = std::get_if<step::Verifying>(&activity)) return verifying->after;
    return step::WaitingForEffect{};
}

step::Reason StepDecider::reasonBefore() const { return reasonBeforeReading(work.m_activity); }

NextAction StepDecider::onSnapshot(const DagSnapshot& snapshot)
{
    ++state.attempts;
    work.m_evaluation = evaluateAll(conditions(), snapshot);
    // Without conditions a step is done when its commands have returned.
    if (conditions().empty()) work.m_evaluation.met = all(DeliveryStatus::Succeeded);
    checkEffects(snapshot);
    work.m_preconditionsFound = evaluateAll(work.m_preconditions, snapshot);
    watchProgress();
    state.mayGoOnWithout = mayGoOnWithout(snapshot);
    // If the effect of the step is unknown, the undo sends its commands even if its conditions are met, because the
    // effect may show later.
    if (work.m_evaluation.met && !(work.m_forwardEffectUnknown && any(DeliveryStatus::NotSent)))
        return finishOrConfirm();
    state.waitingFor = work.m_evaluation.missing;
    if (step.byHand) state.waitingFor = byHand(step, work.m_way, work.m_evaluation.missing);
    if (state.reopened && !state.resendApproved && !undoing()) return askBecauseChanged();
    if (!work.m_started) return next::StartStep{};
    return decide();
}

NextAction StepDecider::finishOrConfirm()
{
    state.waitingFor = {};
    const auto before = reasonBefore();
    const auto* earlier = std::get_if<step::Confirming>(&before);
    const auto confirming =
        earlier ? step::Confirming{earlier->readings + 1, earlier->since} : step::Confirming{1, now.uptime};
    const bool twice = step.mustHoldTwice && !undoing();
    const bool longEnough = !work.m_evaluation.early || now.uptime - confirming.since >= holdAfterStart;
    if (!twice || (confirming.readings >= 2 && longEnough)) return finish();
    state.waitingFor = longEnough ? sentence<"a-second-reading">()
                                  : sentence<"must-still-be-so">(toIso(now.wallAt(confirming.since + holdAfterStart)));
    return wait(confirming, step.poll);
}

NextAction StepDecider::decide()
{
    const auto before = reasonBefore();
    if (step.byHand && !work.m_preconditionsFound.met) return waitForPrecondition(std::get_if<step::Blocked>(&before));
    if (const auto command = nextCommand()) {
        if (!work.m_preconditionsFound.met) return waitForPrecondition(std::get_if<step::Blocked>(&before));
        if (const auto* backingOff = std::get_if<step::BackingOff>(&before)) {
            if (now.uptime >= work.m_deadline) return timeUp();
            if (now.uptime < backingOff->until) return wait(*backingOff, backingOff->until - now.uptime);
        }
        return next::SendCommand{*command};
    }
    if (onlyAsks()) return timeUp();
    // A command that succeeded may still bring about what another one was refused: MoveNow moves databases, too.
    const bool mayStillCome = any(DeliveryStatus::Succeeded) && !state.noProgress;
    const bool underWay =
        !work.m_evaluation.notMet || work.m_evaluation.inProgress || mayStillCome || !settledWithoutEffect();
    if (!underWay && any(DeliveryStatus::Failed) && !toleratesFailures()) return ask(*openError());
    if (!underWay && unknown()) return ask(openError().value_or(notReachedError()));
    // The restart was answered, and only the clocks or the rights keep its time from being proved.
    if (toleratesFailures() && !commands().empty() && all(DeliveryStatus::Succeeded) &&
        work.m_evaluation.onlyStartUnread && now.uptime - work.m_answeredAt >= holdAfterStart)
        return timeUp();
    if (work.m_evaluation.onlyGoOnWithout && now.uptime - work.m_progressAt >= timeBeforeGoOnWithout)
        return ask(notReachedError());
    return wait(step::WaitingForEffect{}, step.poll);
}

NextAction StepDecider::waitForPrecondition(const step::Blocked* before)
{
    state.waitingFor = work.m_preconditionsFound.missing;
    if (step.byHand && !work.m_preconditionsFound.notMet) state.waitingFor = byHand(step, work.m_way, state.waitingFor);
    const int readings = work.m_preconditionsFound.notMet ? (before ? before->readings : 0) + 1 : 0;
    if (readings >= readingsThatBlock) return ask(preconditionError());
    return wait(step::Blocked{readings}, step.poll);
}

NextAction StepDecider::finish() const
{
    next::EndStep end{StepStatus::Done, work.m_evaluation.evidence, {}};
    // No warning is added for a command that was not delivered, nor for an error that was reported at an earlier
    // rest.
    const bool expected = std::ranges::any_of(commands(), &Command::losesAnswer);
    if (!expected && (any(DeliveryStatus::Failed) || any(DeliveryStatus::Unknown)))
        end.error = openError(work.m_sentBefore);
    if (undoing())
        end.status = StepStatus::Undone;
    else if (!work.m_started && !commands().empty())
        end.status = StepStatus::Skipped;
    return end;
}

NextAction StepDecider::onSnapshotFailed(const Error& error)
{
    ++state.attempts;
    // Another attempt might lock the account, so it is the operator's decision.
    if (domain::needsNewCredentials(error.kind)) return ask(error);
    resetEffectChecks();
    // This text leaves the causes out; if the step fails, its error has them all.
    state.waitingFor = sentence<"an-answer-after">(error.what + ": " + domain::toString(error.kind));
    const auto before = reasonBefore();
    const auto* failed = std::get_if<step::ReadFailed>(&before);
    const int times = (failed ? failed->times : 0) + 1;
    return wait(step::ReadFailed{error, times}, backingOff(step.poll, times - 1));
}

NextAction StepDecider::onAnswer()
{
    const auto awaited = std::get<step::AwaitingAnswer>(work.m_activity);
    const auto& answered = state.sent.back();
    resetEffectChecks();
    work.m_resend.erase(answered.command);
    work.m_progressAt = work.m_answeredAt = now.uptime;
    work.read(state);
    if (deliveryOf(answered.command) == DeliveryStatus::NotDelivered) {
        const int times = awaited.notDelivered + 1;
        work.readAfter(step::BackingOff{now.uptime + backingOff(step.poll, times - 1), times}, state);
        return next::ReadSnapshot{};
    }
    setDeadline();
    // The command that follows is sent at once. An earlier command is sent only after another reading.
    const auto next = answered.error ? std::nullopt : nextCommand();
    if (next && *next > answered.command && deliveryOf(*next) == DeliveryStatus::NotSent)
        return next::SendCommand{*next};
    return next::ReadSnapshot{};
}

void StepDecider::setDeadline()
{
    auto time = step.timeout;
    for (std::size_t i = 0; i < commands().size(); ++i)
        if (deliveryOf(i) == DeliveryStatus::Unknown || work.m_resend.contains(i))
            time = std::max(time, effectTime(commands()[i]) + 3 * step.poll);
    work.m_deadline = now.uptime + time;
    state.deadline = now.wallAt(work.m_deadline);
}

NextAction StepDecider::wait(step::Reason reason, Duration delay)
{
    work.m_activity = step::Waiting{std::move(reason)};
    if (now.uptime >= work.m_deadline) return timeUp();
    const auto until = std::min(now.uptime + delay, work.m_deadline);
    state.nextPoll = now.wallAt(until);
    if (undoing())
        state.status = StepStatus::Undoing;
    else
        state.status = unknown() ? StepStatus::Unknown : StepStatus::Waiting;
    return next::Wait{until};
}

const Error* StepDecider::readError() const
{
    const auto* waiting = std::get_if<step::Waiting>(&work.m_activity);
    const auto* failed = waiting ? std::get_if<step::ReadFailed>(&waiting->reason) : nullptr;
    return failed ? &failed->error : nullptr;
}

NextAction StepDecider::timeUp() const
{
    if (const auto* unread = readError()) return ask(*unread);
    const auto error = openError();
    if (!error && !unknown() && nextCommand() && !work.m_preconditionsFound.met) return ask(preconditionError());
    // The start time of a service cannot be read everywhere. An undo then relies on the answers, and adds a warning.
    const bool undone =
        undoing() && !step.byHand && all(DeliveryStatus::Succeeded) && work.m_evaluation.onlyStartUnread;
    const bool mayGoOn = toleratesFailures() && (onlyAsks() || (!unknown() && !nextCommand()));
    if (undone || mayGoOn)
        return next::EndStep{undone ? StepStatus::Undone : StepStatus::Done, work.m_evaluation.evidence,
                             unmetWarning(error)};
    return ask(error.value_or(notReachedError()));
}

Error StepDecider::unmetWarning(const std::optional<Error>& why) const
{
    return {ErrorKind::NotReached, step.title.english(), work.m_evaluation.allMissing, 0,
            why ? std::make_shared<const Error>(*why) : nullptr};
}

Error StepDecider::notReachedError() const
{
    return {ErrorKind::NotReached, step.title.english(), state.waitingFor.english(), 0, nullptr};
}

Error StepDecider::preconditionError() const
{
    return {ErrorKind::Precondition, step.title.english(), work.m_preconditionsFound.missing.english(), 0, nullptr};
}

NextAction StepDecider::askBecauseChanged() const
{
    return ask({ErrorKind::Changed, step.title.english(), work.m_evaluation.missing.english(), 0, nullptr});
}

NextAction StepDecider::ask(const Error& error) const
{
    return next::AskOperator{unknown() ? StepStatus::Unknown : StepStatus::Failed, work.m_evaluation.evidence, error};
}

} // namespace drydock::maintenance
