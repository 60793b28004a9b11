// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/notification.h"

#include "model/maintenance/messages.h"

namespace drydock::maintenance {
namespace {

domain::LocalizableText successSentence(const std::string& server, RunKind runKind, bool warnings)
{
    switch (runKind) {
    case RunKind::Enter:
        return warnings ? sentence<"notify-in-maintenance-with-warnings">(server)
                        : sentence<"notify-in-maintenance">(server);
    case RunKind::Reinstate:
        return warnings ? sentence<"notify-reinstated-with-warnings">(server) : sentence<"notify-reinstated">(server);
    case RunKind::Rebalance:
        return warnings ? sentence<"notify-at-home-with-warnings">(server) : sentence<"notify-at-home">(server);
    case RunKind::Reboot:
        break;
    }
    return warnings ? sentence<"notify-restarted-with-warnings">(server) : sentence<"notify-restarted">(server);
}

domain::LocalizableText outcomeSentence(Outcome outcome, const std::string& server, RunKind runKind)
{
    switch (outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        return successSentence(server, runKind, outcome == Outcome::SucceededWithWarnings);
    case Outcome::Failed:
        return sentence<"notify-failed">(server);
    case Outcome::Unknown:
        return sentence<"notify-unknown">(server);
    case Outcome::Undone:
        return sentence<"notify-undone">(server);
    case Outcome::Abandoned:
        return sentence<"notify-abandoned">(server);
    case Outcome::None:
    case Outcome::Stopped:
        break;
    }
    return sentence<"notify-stopped">(server);
}

} // namespace

std::optional<Notification> notificationOf(const RunState& run, domain::Time at)
{
    Notification told;
    told.run = run.id;
    const auto runKind = run.plan.runKind;
    told.runKind = toString(runKind);
    told.server = run.plan.server;
    told.at = at;
    const auto& server = run.plan.server.text();
    if (run.current < run.plan.steps.size()) told.step = run.plan.steps[run.current].title;
    switch (run.phase) {
    case RunPhase::Asking:
        told.event = "needs-operator";
        told.text = sentence<"notify-needs-operator">(server);
        return told;
    case RunPhase::Paused:
    case RunPhase::Stopped:
        told.event = toString(run.restingOutcome());
        told.text = outcomeSentence(run.restingOutcome(), server, runKind);
        return told;
    case RunPhase::Finished:
        told.event = toString(run.outcome);
        told.text = outcomeSentence(run.outcome, server, runKind);
        if (isSuccess(run.outcome)) told.step = {};
        return told;
    case RunPhase::NotStarted:
    case RunPhase::Running:
    case RunPhase::StopRequested:
    case RunPhase::Undoing:
        break;
    }
    return std::nullopt;
}

std::optional<Notification> notificationOf(const CampaignState& campaign, domain::Time at)
{
    Notification told;
    told.run = campaign.id;
    told.runKind = "rolling";
    if (!campaign.over()) told.server = campaign.servers[campaign.current()].server;
    told.at = at;
    const auto& group = campaign.plan.group;
    switch (campaign.phase) {
    case RunPhase::Asking:
        told.event = "needs-operator";
        told.text = sentence<"notify-campaign-needs-operator">(group);
        return told;
    case RunPhase::Stopped:
        told.event = toString(Outcome::Stopped);
        told.text = sentence<"notify-campaign-stopped">(group);
        return told;
    case RunPhase::Finished:
        told.event = toString(campaign.outcome);
        told.text = isSuccess(campaign.outcome) ? sentence<"notify-campaign-ended">(group)
                                                : sentence<"notify-campaign-incomplete">(group);
        return told;
    default:
        return std::nullopt;
    }
}

Notification testNotification(domain::Time at)
{
    Notification told;
    told.event = "test";
    told.text = sentence<"notify-test">();
    told.at = at;
    return told;
}

} // namespace drydock::maintenance
