// One run as the list of runs shows it: what its journal adds up to, or why it cannot be read.
#pragma once

#include "model/maintenance/run_state.h"

#include <optional>
#include <string>

namespace drydock::maintenance {

struct RunListing {
    RunState state;
    bool inUse = false;                 // another process holds the lock
    std::optional<domain::Error> error; // not readable: kept, shown, never deleted
    std::string file;
};

} // namespace drydock::maintenance
