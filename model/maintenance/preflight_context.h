// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The input of a pre-flight check, and helpers that several checks share.
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
// Returns one line for each setting that will be restored, and one for the run that recorded them.
[[nodiscard]] std::vector<std::string> linesOf(const RecordedSettings& recorded);

} // namespace drydock::maintenance::checks
