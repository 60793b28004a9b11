// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What somebody who is away from the screen is told of a run: that it needs the operator, or how it has ended.
#pragma once

#include "model/maintenance/campaign.h"
#include "model/maintenance/run_state.h"

#include <optional>

namespace drydock::maintenance {

struct Notification {
    // A stable word for programs: "needs-operator", or one of toString(Outcome); "test" for a test.
    std::string event;
    std::string run;              // the id of the run; empty for a test
    std::string runKind;          // of the run; "rolling" for a campaign; empty for a test
    domain::ServerName server;    // of a campaign, the one at hand; empty: none
    domain::LocalizableText text; // one sentence: the server, and what happened
    domain::LocalizableText step; // the title of the step at hand; empty when the run has succeeded
    domain::Time at{};
};

// Returns what is told of a run that has come to rest; nothing of one that is under way.
[[nodiscard]] std::optional<Notification> notificationOf(const RunState& run, domain::Time at);
[[nodiscard]] std::optional<Notification> notificationOf(const CampaignState& campaign, domain::Time at);
// Returns what is sent to try a receiver.
[[nodiscard]] Notification testNotification(domain::Time at);

} // namespace drydock::maintenance
