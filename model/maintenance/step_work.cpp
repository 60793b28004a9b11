// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/step_work.h"

#include "model/maintenance/effect_conditions.h"
#include "model/maintenance/step_decider.h"

namespace drydock::maintenance {

using namespace domain;

namespace {

const std::vector<Condition>& conditionsOf(const Step& step, Way way)
{
    return way == Way::Undo ? step.undoVerification : step.verification;
}

} // namespace

StepWork::StepWork(std::size_t index, const Step& step, StepState& state, const RunState& run, Way way,
                   std::optional<RetryMode> mode, Moment now)
    : m_index(index), m_way(way), m_activity(step::Checking{}), m_unrecorded(state), m_sentBefore(state.sent.size())
{
    StepDecider decider{*this, step, state, now};
    m_conditions = run.demanded(conditionsOf(step, way));
    for (const auto& command : decider.commands())
        m_effects.push_back({conditionsFor(command, decider.conditions()), {}, false, 0, {}});
    if (way == Way::Forward) m_preconditions = step.preconditions;
    for (std::size_t i = 0; mode && i < decider.commands().size(); ++i) {
        const auto delivery = decider.deliveryOf(i);
        if (delivery == DeliveryStatus::Failed ||
            (*mode == RetryMode::SendAgain && delivery != DeliveryStatus::NotSent))
            m_resend.insert(i);
    }
    const auto status = state.status;
    const bool sent = !decider.all(DeliveryStatus::NotSent);
    m_started = way == Way::Undo || sent || !(status == StepStatus::ToDo || status == StepStatus::Undone);
    if (way == Way::Undo && status != StepStatus::Done)
        for (const auto delivery : {DeliveryStatus::Succeeded, DeliveryStatus::Failed, DeliveryStatus::Unknown})
            if (state.any(delivery, step.commands.size(), false)) m_forwardEffectUnknown = true;
    if (way == Way::Undo)
        state.status = StepStatus::Undoing;
    else if (status != StepStatus::Unknown)
        state.status = StepStatus::Checking;
    state.attempts = 0;
    state.noProgress = false;
    state.sendable = false;
    state.finishedAt.reset();
    if (!state.startedAt) state.startedAt = now.wall;
    m_progressAt = m_answeredAt = now.uptime;
    decider.setDeadline();
    read(state);
}

Needs StepWork::needs(const Step& step, const StepState& state) const
{
    Needs all;
    for (const auto& condition : m_conditions)
        all.merge(maintenance::needs(condition));
    // The preconditions are not read once all commands are sent.
    const auto commands = commandsOf(step, m_way).size();
    const bool undo = m_way == Way::Undo;
    if (step.byHand || !m_resend.empty() || state.any(DeliveryStatus::NotSent, commands, undo) ||
        state.any(DeliveryStatus::NotDelivered, commands, undo))
        for (const auto& condition : m_preconditions)
            all.merge(maintenance::needs(condition));
    if (all.empty()) all.insert({SnapshotSection::Servers, ServerName()});
    return all;
}

void StepWork::noteSending(std::size_t command)
{
    const auto* waiting = std::get_if<step::Waiting>(&m_activity);
    const auto reason = waiting ? waiting->reason : StepDecider::reasonBeforeReading(m_activity);
    const auto* backingOff = std::get_if<step::BackingOff>(&reason);
    m_activity = step::AwaitingAnswer{command, backingOff ? backingOff->times : 0};
}

void StepWork::read(const StepState& state)
{
    const auto* waiting = std::get_if<step::Waiting>(&m_activity);
    readAfter(waiting ? waiting->reason : step::Reason(step::WaitingForEffect{}), state);
}

void StepWork::readAfter(step::Reason reason, const StepState& state)
{
    if (state.sent.size() > state.attempt)
        m_activity = step::Verifying{std::move(reason)};
    else
        m_activity = step::Checking{std::move(reason)};
}

NextAction StepWork::onSnapshot(const Step& step, StepState& state, const DagSnapshot& snapshot, Moment now)
{
    return StepDecider{*this, step, state, now}.onSnapshot(snapshot);
}

NextAction StepWork::onSnapshotFailed(const Step& step, StepState& state, const Error& error, Moment now)
{
    return StepDecider{*this, step, state, now}.onSnapshotFailed(error);
}

NextAction StepWork::onStarted(const Step& step, StepState& state, Moment now)
{
    m_started = true;
    return StepDecider{*this, step, state, now}.decide();
}

NextAction StepWork::onAnswer(const Step& step, StepState& state, Moment now)
{
    return StepDecider{*this, step, state, now}.onAnswer();
}

} // namespace drydock::maintenance
