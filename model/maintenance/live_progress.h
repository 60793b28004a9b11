// What a reading tells of databases and messages on their way, for the live panels.
#pragma once

#include "model/maintenance/run_state.h"

namespace drydock::maintenance {

// Takes moves and queue length of an enter run from a snapshot; what it does not cover stays as it was.
void updateLiveProgress(RunState& state, const domain::DagSnapshot& snapshot);
// Adds what Move-ActiveMailboxDatabase reported of single databases.
void mergeMoves(RunState& state, const std::vector<DatabaseMove>& reported);

} // namespace drydock::maintenance
