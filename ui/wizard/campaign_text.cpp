// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/campaign_text.h"

#include "model/tables/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace drydock::ui {

using namespace maintenance;

namespace {

struct CampaignWords {
    Q_DECLARE_TR_FUNCTIONS(CampaignWords)
};

QString minutesText(domain::Duration time)
{
    const auto minutes = std::max<qint64>(std::chrono::ceil<std::chrono::minutes>(time).count(), 0);
    return CampaignWords::tr("%n minute(s)", nullptr, int(minutes));
}

} // namespace

QString stageTitle(CampaignStage stage)
{
    switch (stage) {
    case CampaignStage::Enter:
        return CampaignWords::tr("Into maintenance");
    case CampaignStage::Between:
        return CampaignWords::tr("In maintenance");
    case CampaignStage::Reinstate:
        return CampaignWords::tr("Back into service");
    case CampaignStage::Steady:
        break;
    }
    return CampaignWords::tr("Health steady");
}

QString statusWord(StageStatus status)
{
    switch (status) {
    case StageStatus::ToDo:
        return CampaignWords::tr("to do");
    case StageStatus::Running:
        return CampaignWords::tr("under way");
    case StageStatus::Done:
        return CampaignWords::tr("done");
    case StageStatus::Failed:
        return CampaignWords::tr("failed");
    case StageStatus::Unknown:
        return CampaignWords::tr("unknown");
    case StageStatus::GoneOnWithout:
        return CampaignWords::tr("left out");
    case StageStatus::Undone:
        break;
    }
    return CampaignWords::tr("undone");
}

tables::Shape shapeOf(StageStatus status) noexcept
{
    using tables::Shape;
    switch (status) {
    case StageStatus::ToDo:
        return Shape::StepToDo;
    case StageStatus::Running:
        return Shape::StepRunning;
    case StageStatus::Done:
        return Shape::StepDone;
    case StageStatus::Failed:
        return Shape::StepFailed;
    case StageStatus::Unknown:
        return Shape::StepUnknown;
    case StageStatus::GoneOnWithout:
    case StageStatus::Undone:
        break;
    }
    return Shape::StepSkipped;
}

QString campaignHeading(const CampaignState& campaign)
{
    if (campaign.phase == RunPhase::Finished)
        return campaign.outcome == Outcome::Succeeded ? CampaignWords::tr("Every server is through")
               : campaign.outcome == Outcome::Failed  ? CampaignWords::tr("At its end; not every server was maintained")
                                                      : CampaignWords::tr("Left as it is");
    const auto at = campaign.current();
    if (at >= campaign.servers.size()) return {};
    const auto& server = campaign.servers[at];
    const auto where = CampaignWords::tr("%1, %2 of %3: %4")
                           .arg(tables::plainText(server.server.text()))
                           .arg(at + 1)
                           .arg(campaign.servers.size())
                           .arg(stageTitle(*server.current()));
    if (campaign.waitsForOperator()) return CampaignWords::tr("%1. Continue when the work on it is done").arg(where);
    if (campaign.phase == RunPhase::Asking) return CampaignWords::tr("%1. It did not come to its end").arg(where);
    if (campaign.phase == RunPhase::Stopped) return CampaignWords::tr("%1. Stopped").arg(where);
    return where;
}

QString campaignTimes(const CampaignState& campaign, domain::Time now)
{
    if (!campaign.startedAt) return {};
    if (campaign.finishedAt)
        return CampaignWords::tr("It took %1").arg(minutesText(*campaign.finishedAt - *campaign.startedAt));
    const auto soFar = CampaignWords::tr("%1 so far").arg(minutesText(now - *campaign.startedAt));
    const auto left = campaign.timeLeft(now);
    if (!left) return soFar;
    return CampaignWords::tr("%1, about %2 left by the servers before").arg(soFar, minutesText(*left));
}

} // namespace drydock::ui
