// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Keeps the moves of databases and the number of queued messages of a run current, for the live panels.
#pragma once

#include "model/maintenance/run_state.h"

namespace drydock::maintenance {

// Updates moves and queue length of a run from a snapshot. Values that the snapshot does not cover stay.
void updateLiveProgress(RunState& state, const domain::DagSnapshot& snapshot);
// Returns the last sending of a command that moves databases; nullptr before it.
[[nodiscard]] const SentCommand* sentMove(const RunState& run);
// Returns the moves of the run as a reading shows them that is not the run's own: while the moving command has not
// answered, the run reads nothing. A reading from before the answer does not contradict it.
[[nodiscard]] std::vector<DatabaseMove> movesIn(const domain::DagSnapshot& reading, const RunState& run);
// Adds the results of single databases that Move-ActiveMailboxDatabase reported. A move that it reports as done is over
// for the panels; the step is done when readings show it.
void mergeMoves(RunState& state, const std::vector<DatabaseMove>& reported);
// Marks the database that the step moves home as moved. The step is over: a reading has shown it.
void finishMove(RunState& state, const Step& step);

} // namespace drydock::maintenance
