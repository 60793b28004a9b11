// The plan back into service, from what is there (exchange.md 2, "Recommended STOP order").
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"

namespace drydock::maintenance {

// `original` from the journal of the enter run; without one, the documented defaults are restored and the plan says so.
[[nodiscard]] domain::Result<Plan> planReinstate(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                                 const std::optional<OriginalSettings>& original = {});

} // namespace drydock::maintenance
