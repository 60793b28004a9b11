// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prints what a rebalance would do for people: databases, servers, and when Exchange would do it by itself.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/maintenance/plan.h"

#include <string>

namespace drydock::ctl {

[[nodiscard]] std::string rebalanceAsText(const maintenance::Plan& plan, const domain::DagSnapshot& basis);

} // namespace drydock::ctl
