// What a check of the pre-flight looks at.
#pragma once

#include "model/maintenance/preflight.h"

namespace drydock::maintenance::checks {

struct Context {
    const domain::DagSnapshot& snapshot;
    const PreflightInput& input;
    bool inDag = false;
};

// Raises the check's result to at least this one.
void raise(Check& check, CheckResult result);
// What will be restored, and which run recorded it, one line each.
[[nodiscard]] std::vector<std::string> linesOf(const RecordedSettings& recorded);

} // namespace drydock::maintenance::checks
