// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Words for a rolling maintenance.
#pragma once

#include "model/maintenance/campaign.h"
#include "model/tables/roles.h"

#include <QString>

namespace drydock::ui {

[[nodiscard]] QString stageTitle(maintenance::CampaignStage stage);
[[nodiscard]] QString statusWord(maintenance::StageStatus status);
[[nodiscard]] tables::Shape shapeOf(maintenance::StageStatus status) noexcept;
// Returns what the campaign is doing, or why it rests: "EX2, 2 of 4: in maintenance".
[[nodiscard]] QString campaignHeading(const maintenance::CampaignState& campaign);
// Returns the time so far and an estimate of the rest by the servers that are through.
[[nodiscard]] QString campaignTimes(const maintenance::CampaignState& campaign, domain::Time now);

} // namespace drydock::ui
