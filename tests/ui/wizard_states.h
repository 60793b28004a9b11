// States of a run made by hand, for pages that only show them.
#pragma once

#include "model/maintenance/run_state.h"

namespace drydock::tests {

// In the middle of moving the databases, 2:14 after the start.
[[nodiscard]] maintenance::RunState movingState(const maintenance::Plan& plan, domain::Time now, std::int64_t queued);
// Asking, since the queues did not drain in time.
[[nodiscard]] maintenance::RunState failedState(const maintenance::Plan& plan, domain::Time now);
// Asking, since no answer came to the command that pauses the node.
[[nodiscard]] maintenance::RunState unknownState(const maintenance::Plan& plan, domain::Time now);
[[nodiscard]] maintenance::RunState doneState(const maintenance::Plan& plan, domain::Time now);
[[nodiscard]] maintenance::RunState stoppedState(const maintenance::Plan& plan, domain::Time now);

} // namespace drydock::tests
