// What each step of a plan would do now: already so (skipped), would run, cannot tell.
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
