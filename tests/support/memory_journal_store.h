// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A journal store in memory. Journals are locked while they are open, as files are. The store can be made to refuse
// records, as a full disk does. It may be used from any thread, and must outlive the journals it opened.
#pragma once

#include "model/ports/journal_store.h"

#include <QMutex>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::tests {

class MemoryJournalStore final : public ports::JournalStore
{
public:
    [[nodiscard]] domain::Result<ports::CreatedJournal> create(const std::string& runId, const std::string& group,
                                                               std::uint64_t above) override;
    [[nodiscard]] domain::Result<ports::OpenedJournal> open(const std::string& runId) override;
    // Returns the runs as maintenance::sortAndMarkSuperseded() leaves them.
    [[nodiscard]] domain::Result<std::vector<ports::RunListing>> list() override;
    [[nodiscard]] ports::JournaledRun read(const std::string& runId) override;
    [[nodiscard]] domain::Result<> archive(const std::string& runId) override;

    // Appending a record for which `refuses` returns true fails with Storage.
    void refuse(std::function<bool(const maintenance::JournalRecord&)> refuses);
    // Lists a run that has no journal; it cannot be opened.
    void addListing(const maintenance::RunState& state);
    void clear();

private:
    class Writer;
    struct Run {
        std::vector<maintenance::JournalRecord> records;
        bool inUse = false;
        std::optional<maintenance::RunState> shown; // of addListing()
    };

    [[nodiscard]] domain::Result<> append(const std::string& runId, const maintenance::JournalRecord& record);
    void close(const std::string& runId);
    [[nodiscard]] std::vector<ports::RunListing> listings() const;
    [[nodiscard]] static domain::Result<maintenance::RunState> stateOf(const Run& run);

    QMutex m_mutex;
    std::map<std::string, Run> m_runs;
    std::uint64_t m_number = 0; // of the newest run
    std::function<bool(const maintenance::JournalRecord&)> m_refuses;
};

} // namespace drydock::tests
