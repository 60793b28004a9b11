// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One run as the list of runs shows it, or why its journal cannot be read. Also finds the settings that runs recorded.
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
};

// A run as its whole journal tells, replayed.
struct JournaledRun {
    RunState state;                     // with an error: what the first line tells, at least the id
    std::optional<domain::Error> error; // the journal, or what follows its first line, cannot be read
};
using ReadRun = std::function<JournaledRun(const RunListing&)>;

// Sorts by number, then by id, the newest first, and fills in supersededBy.
void sortAndMarkSuperseded(std::vector<RunListing>& runs);

// Settings from before a maintenance, and the run that recorded them.
struct RecordedSettings {
    OriginalSettings settings;
    std::string runId;
    std::optional<domain::Time> at; // when that run was begun
    bool unfinished = false;        // it did not come to its end
    std::string writtenBy{};        // who wrote it into the organisation's record; empty: a journal of this computer
    std::string writtenFrom{};      // the computer that it was written from
    // When that run was over; empty: not known. By this computer's clock, or a server's for the organisation's record.
    std::optional<domain::Time> until{};
};

// Returns when another maintenance took the server down after the recorded one was over, as all entries of the
// requester Maintenance show; empty if they do not, or if the server's clock is not known.
[[nodiscard]] std::optional<domain::Time> laterMaintenance(const RecordedSettings& recorded,
                                                           const domain::DagSnapshot& snapshot,
                                                           const domain::ServerName& server);

// Settings from before the newest run that put this server into maintenance and has no finished reinstate after it;
// empty when there is none. `read` reads the journals that decide it. A run counts when its settings were recorded and
// it has sent something. `fqdn` tells the server from one of the same name in another organisation; empty: not known.
// Corrupt when the run that knows them cannot be read: an older one would tell of other times.
[[nodiscard]] domain::Result<std::optional<RecordedSettings>>
originalSettings(const std::vector<RunListing>& newestFirst, const ReadRun& read, const domain::ServerName& server,
                 const std::string& fqdn);

} // namespace drydock::maintenance
