// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A snapshot as `status` prints it in the formats csv and table.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/health_issues.h"
#include "model/domain/health_rules.h"

#include <string>

namespace drydock::ctl {

// An empty `dag` means all of them. The CSV has one line per database copy, with the state of its server.
[[nodiscard]] std::string statusAsCsv(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
[[nodiscard]] std::string statusAsTable(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
// Returns the DAG an issue belongs to: its own, its server's or its database's. Empty if there is none.
[[nodiscard]] domain::DagName dagOf(const domain::DagSnapshot& snapshot, const domain::HealthIssue& issue);
// True if a part could not be read, or an issue of the group has the severity unknown, warning or critical.
[[nodiscard]] bool hasWarnings(const domain::DagSnapshot& snapshot, const domain::DagName& dag);

} // namespace drydock::ctl
