// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Generates organisations of any size.
#pragma once

#include "remoting/lab/scenario.h"

namespace drydock::lab {

// Returns an organisation with so many DAGs, and so many members and databases in each. Every database has `copies`
// copies, spread evenly over the members; at most one on each member.
[[nodiscard]] Scenario generateScenario(int members, int databases, int copies, int dags = 1);

} // namespace drydock::lab
