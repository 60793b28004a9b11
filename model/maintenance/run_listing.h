// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One run as the list of runs shows it, or why its journal cannot be read.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/run_state.h"
#include "model/maintenance/run_summary.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace drydock::maintenance {

struct RunListing {
    RunSummary run;                     // with an error: what the first line of its journal tells, at least its id
    bool inUse = false;                 // another process holds the lock
    std::optional<domain::Error> error; // not readable: kept, shown, never deleted
    std::string file;
    // The id of a newer run that changed the same server; this one is then neither resumed nor undone.
    std::string supersededBy{};
    bool notStarted = false; // cut off before its first record was on the disk: nothing was ever sent

    // Returns whether the run can be resumed, and no newer run and no other process prevents it.
    [[nodiscard]] bool resumable() const;
    [[nodiscard]] bool lost() const; // the name of its journal is all that is left of the run
    // Returns whether the run is lost, and its name says that it put a server of this name into maintenance.
    [[nodiscard]] bool mayBeEnterOf(const domain::ServerName& server) const;
};

// A run as its whole journal tells, replayed.
struct JournaledRun {
    RunState state;                     // with an error: what the first line tells, at least the id
    std::optional<domain::Error> error; // the journal, or what follows its first line, cannot be read
};
using ReadRun = std::function<JournaledRun(const RunListing&)>;

// Sorts by number, then by id, the newest first, and fills in supersededBy.
void sortAndMarkSuperseded(std::vector<RunListing>& runs);

} // namespace drydock::maintenance
