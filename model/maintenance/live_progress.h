// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Keeps the moves of databases and the number of queued messages of a run current, for the live panels.
#pragma once

#include "model/maintenance/run_state.h"

namespace drydock::maintenance {

// Updates moves and queue length of an enter run from a snapshot. Values that the snapshot does not cover stay.
void updateLiveProgress(RunState& state, const domain::DagSnapshot& snapshot);
// Adds the results of single databases that Move-ActiveMailboxDatabase reported. A move that it reports as done is over
// for the panels; the step is done when readings show it.
void mergeMoves(RunState& state, const std::vector<DatabaseMove>& reported);

} // namespace drydock::maintenance
