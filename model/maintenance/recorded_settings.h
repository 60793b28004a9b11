// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The settings from before a maintenance as the journals of this computer hold them, and the search for them there.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/maintenance/run_listing.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::maintenance {

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
