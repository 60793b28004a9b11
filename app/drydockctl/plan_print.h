// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Checks and plans as text for people, as `check` and `plan` print them.
#pragma once

#include "model/maintenance/dry_run.h"
#include "model/maintenance/preflight.h"

#include <string>
#include <vector>

namespace drydock::ctl {

[[nodiscard]] std::string checksAsTable(const std::vector<maintenance::Check>& checks);
[[nodiscard]] std::string planAsText(const maintenance::Plan& plan, const std::vector<maintenance::DryRunLine>& dryRun);
[[nodiscard]] const char* endpointName(domain::EndpointKind endpoint); // "exchange", "node"
// Returns the line of the dry run for the step with this index; null if there is none.
[[nodiscard]] const maintenance::DryRunLine* lineOf(const std::vector<maintenance::DryRunLine>& dryRun,
                                                    std::size_t step, maintenance::StepKind kind);

} // namespace drydock::ctl
