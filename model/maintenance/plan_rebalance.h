// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the plan that brings the databases of a group home to their preferred servers, one after another.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"
#include "model/maintenance/run_listing.h"

#include <string>
#include <vector>

namespace drydock::maintenance {

// `member` is any server of the group. A database that cannot go home is in Plan::places and in no step. NotFound if
// the snapshot does not hold the member, Precondition if it is in no group or not managed, or if the databases were not
// read.
[[nodiscard]] domain::Result<Plan> planRebalance(const domain::DagSnapshot& snapshot, const domain::ServerName& member,
                                                 const std::string& moveComment = {},
                                                 const domain::RecentMoves& recent = {});

// Returns how many databases each server of the group of a rebalance has, as far as the run has moved them.
[[nodiscard]] std::vector<domain::ServerShare> sharesOf(const RunState& run);

// Returns how often runs of these journals moved each database within the hour before `now`. Moves that others made are
// not known. `read` reads the journals that may tell; one that cannot be read tells nothing.
[[nodiscard]] domain::RecentMoves recentMoves(const std::vector<RunListing>& newestFirst, const ReadRun& read,
                                              domain::Time now);

} // namespace drydock::maintenance
