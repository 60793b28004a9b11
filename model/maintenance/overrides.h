// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Narrows the preconditions of a plan to what the operator has accepted by overriding a check.
#pragma once

#include "model/maintenance/plan.h"

#include <set>
#include <string>

namespace drydock::maintenance {

// An override accepts what the check found in `basis`, and nothing that is lost later: the databases that have no good
// copy elsewhere now, the votes that are left now. That of `setup-running` accepts Exchange setup for the whole run.
// `overrides`: ids of checks.
void acceptOverrides(Plan& plan, const std::set<std::string>& overrides, const domain::DagSnapshot& basis);

} // namespace drydock::maintenance
