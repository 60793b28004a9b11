// Checks and plans as text for a person.
#pragma once

#include "model/maintenance/dry_run.h"
#include "model/maintenance/preflight.h"

#include <string>
#include <vector>

namespace drydock::ctl {

[[nodiscard]] std::string checksAsTable(const std::vector<maintenance::Check>& checks);
[[nodiscard]] std::string planAsText(const maintenance::Plan& plan, const std::vector<maintenance::DryRunLine>& dryRun);
[[nodiscard]] const char* endpointName(domain::EndpointKind place); // "exchange", "node"
// What the dry run says of a step; null: nothing.
[[nodiscard]] const maintenance::DryRunLine* lineOf(const std::vector<maintenance::DryRunLine>& dryRun,
                                                    std::size_t step, maintenance::StepKind kind);

} // namespace drydock::ctl
