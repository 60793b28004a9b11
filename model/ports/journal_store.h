// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Where journals live. Appending returns only when the record is on the disk.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/journal_record.h"
#include "model/maintenance/run_listing.h"

#include <memory>
#include <string>
#include <vector>

namespace drydock::ports {

// One run's journal, locked by this process while it is open.
class Journal
{
public:
    virtual ~Journal() = default;
    // Append, flush, sync. Storage on failure: then nothing may be sent.
    [[nodiscard]] virtual domain::Result<> append(const maintenance::JournalRecord& record) = 0;
};

struct CreatedJournal {
    std::unique_ptr<Journal> journal;
    std::uint64_t number = 0; // RunState::number of the run: greater than any other run's
};

struct OpenedJournal {
    std::unique_ptr<Journal> journal;
    maintenance::RunState state; // replayed; a torn last line is cut off and noted
    std::uint64_t nextSequence = 0;
    std::string supersededBy; // RunListing::supersededBy
};

using maintenance::JournaledRun;
using maintenance::RunListing;

class JournalStore
{
public:
    virtual ~JournalStore() = default;
    // The run's number is greater than those of the runs in this store, and greater than `above`. While a journal is
    // open, no other one of the same group (Plan::exclusiveName()) can be created or opened. Errors: Locked, Storage.
    [[nodiscard]] virtual domain::Result<CreatedJournal> create(const std::string& runId, const std::string& group,
                                                                std::uint64_t above) = 0;
    // Errors: Locked, Corrupt, NotFound.
    [[nodiscard]] virtual domain::Result<OpenedJournal> open(const std::string& runId) = 0;
    // Returns the runs as maintenance::sortAndMarkSuperseded() leaves them.
    [[nodiscard]] virtual domain::Result<std::vector<RunListing>> list() = 0;
    // Reads the whole journal and changes nothing. Errors: NotFound, Usage (never begun, a newer format), Corrupt,
    // Storage.
    [[nodiscard]] virtual JournaledRun read(const std::string& runId) = 0;
    // Takes a run that was never begun off the list. Errors: Usage for any other; Locked, NotFound.
    [[nodiscard]] virtual domain::Result<> archive(const std::string& runId) = 0;
};

} // namespace drydock::ports
