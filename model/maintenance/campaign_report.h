// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes the report of a campaign: servers and stages, with their times. Each run has a report of its own, which this
// one names.
#pragma once

#include "model/maintenance/campaign.h"

#include <string>

namespace drydock::maintenance {

[[nodiscard]] std::string campaignAsText(const CampaignState& state);
[[nodiscard]] std::string campaignAsJson(const CampaignState& state); // one line
// Returns one self-contained page. Every remote text is escaped.
[[nodiscard]] std::string campaignAsHtml(const CampaignState& state);

} // namespace drydock::maintenance
