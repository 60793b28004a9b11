// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Runs and journals for tests of code that shows or stores a run without executing it.
#pragma once

#include "model/maintenance/journal_record.h"
#include "model/maintenance/run_listing.h"

#include <string>
#include <vector>

namespace drydock::tests {

// States of a run of the plan, which takes MAIL into maintenance, at the time `now`.

// The run is moving the databases, 2:14 minutes after its start.
[[nodiscard]] maintenance::RunState movingRun(const maintenance::Plan& plan, domain::Time now, std::int64_t queued = 0);
// The run asks, since the queues did not drain in time.
[[nodiscard]] maintenance::RunState failedRun(const maintenance::Plan& plan, domain::Time now);
// The run asks, since no answer came to the command that pauses the node.
[[nodiscard]] maintenance::RunState unknownRun(const maintenance::Plan& plan, domain::Time now);
// The run has finished with a warning.
[[nodiscard]] maintenance::RunState finishedRun(const maintenance::Plan& plan, domain::Time now);
// The run was stopped before it pauses the node.
[[nodiscard]] maintenance::RunState stoppedRun(const maintenance::Plan& plan, domain::Time now);

// A run of MAIL that was just created, with the one step that blocks activation.
[[nodiscard]] maintenance::RunState oneStepRun(const std::string& id,
                                               maintenance::RunKind runKind = maintenance::RunKind::Enter,
                                               const std::string& originalPolicy = "Unrestricted");
// The complete journal of such a run: created, step started, command sent and returned, step done, finished. There is a
// second between two records; the first is at at(0).
[[nodiscard]] std::vector<maintenance::JournalRecord> wholeJournal(const maintenance::RunState& state);

// Lists the runs in this order. The file of a listing is the number of its run, which readerOf() reads by.
[[nodiscard]] std::vector<maintenance::RunListing> listingsOf(const std::vector<maintenance::JournaledRun>& runs);
[[nodiscard]] maintenance::ReadRun readerOf(std::vector<maintenance::JournaledRun> runs);

} // namespace drydock::tests
