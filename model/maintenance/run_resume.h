// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// How a run at rest goes on: it reads what was done, and does again what somebody has changed since.
#pragma once

#include "model/maintenance/run_steps.h"

namespace drydock::maintenance {

class RunResume : public RunSteps
{
protected:
    using RunSteps::RunSteps;

    // Returns an error if the organisation has another server of that name: the run is about one in another domain.
    [[nodiscard]] std::optional<domain::Error> anotherServer(const domain::DagSnapshot& snapshot) const;
    RunnerState resume(std::optional<RetryMode> mode);
    RunnerState recheck(Wish wish, Rechecking state);
    RunnerState onRecheck(Wish wish, Rechecking state, const domain::DagSnapshot& snapshot);
};

} // namespace drydock::maintenance
