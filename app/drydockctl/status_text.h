// A snapshot as `status --format csv|table` prints it, and what of it belongs to a group.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/health_issues.h"
#include "model/domain/health_rules.h"

#include <string>

namespace drydock::ctl {

// `dag` empty: all of them. Database copies, a line each, with their server's state.
[[nodiscard]] std::string statusAsCsv(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
[[nodiscard]] std::string statusAsTable(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
// The group that something wanting attention belongs to, by itself, its server or its database; empty: none.
[[nodiscard]] domain::DagName dagOf(const domain::DagSnapshot& snapshot, const domain::HealthIssue& attention);
// Whether anything wants attention, or could not be read.
[[nodiscard]] bool hasWarnings(const domain::DagSnapshot& snapshot, const domain::DagName& dag);

} // namespace drydock::ctl
