// Makes the plan back into service from a snapshot (exchange.md 2, "Recommended STOP order").
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"

namespace drydock::maintenance {

// `original` comes from the journal of the enter run. Without it the documented defaults are restored, and the plan
// says that. NotFound if the snapshot does not hold the server.
[[nodiscard]] domain::Result<Plan> planReinstate(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                                 const std::optional<OriginalSettings>& original = {});

} // namespace drydock::maintenance
