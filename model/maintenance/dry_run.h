// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Says for each step of a plan whether it would run now, would be skipped, or cannot be decided.
#pragma once

#include "model/maintenance/plan.h"

namespace drydock::maintenance {

struct DryRunLine {
    StepKind kind{};
    bool wouldBeSkipped = false;
    domain::LocalizableText text;
};
[[nodiscard]] std::vector<DryRunLine> dryRun(const Plan& plan, const domain::DagSnapshot& snapshot);

} // namespace drydock::maintenance
