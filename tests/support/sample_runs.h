// Runs and journals made by hand, for what shows or stores a run without executing it.
#pragma once

#include "model/maintenance/journal_record.h"
#include "model/maintenance/run_state.h"

#include <string>
#include <vector>

namespace drydock::tests {

// States of a run of the plan, which takes MAIL into maintenance, at the time `now`.
// In the middle of moving the databases, 2:14 after the start.
[[nodiscard]] maintenance::RunState movingRun(const maintenance::Plan& plan, domain::Time now, std::int64_t queued = 0);
// Asks, since the queues did not drain in time.
[[nodiscard]] maintenance::RunState failedRun(const maintenance::Plan& plan, domain::Time now);
// Asks, since no answer came to the command that pauses the node.
[[nodiscard]] maintenance::RunState unknownRun(const maintenance::Plan& plan, domain::Time now);
[[nodiscard]] maintenance::RunState finishedRun(const maintenance::Plan& plan, domain::Time now); // with a warning
[[nodiscard]] maintenance::RunState stoppedRun(const maintenance::Plan& plan,
                                               domain::Time now); // before it pauses the node

// A run of MAIL with the one step that blocks activation, as it is when it is created.
[[nodiscard]] maintenance::RunState oneStepRun(const std::string& id,
                                               maintenance::Direction direction = maintenance::Direction::Enter,
                                               const std::string& originalPolicy = "Unrestricted");
// The whole journal of such a run: created, step started, command sent and returned, step done, finished. The records
// are a second apart, the first at at(0).
[[nodiscard]] std::vector<maintenance::JournalRecord> wholeJournal(const maintenance::RunState& state);

} // namespace drydock::tests
