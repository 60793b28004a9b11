// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Journals as files, one a run, in one folder; a lock file beside each while it is open, which a dead process does not
// keep.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/journal_store.h"

#include <QString>

namespace drydock::services {

class FileLock;

// Callable from any thread; a Journal belongs to whoever got it.
class JournalFileStore final : public ports::JournalStore
{
public:
    // The folder is made when the first journal is. `clock` outlives this object.
    JournalFileStore(QString folder, const ports::Clock& clock);

    [[nodiscard]] domain::Result<ports::CreatedJournal> create(const std::string& runId, const std::string& group,
                                                               std::uint64_t above) override;
    [[nodiscard]] domain::Result<ports::OpenedJournal> open(const std::string& runId) override;
    [[nodiscard]] domain::Result<std::vector<maintenance::RunListing>> list() override;
    [[nodiscard]] ports::JournaledRun read(const std::string& runId) override;
    [[nodiscard]] domain::Result<> archive(const std::string& runId) override; // renames the file: nothing is deleted

    [[nodiscard]] const QString& folder() const noexcept { return m_folder; }
    [[nodiscard]] QString pathOf(const std::string& runId) const;

private:
    [[nodiscard]] domain::Result<std::uint64_t> nextNumber(const std::string& runId, std::uint64_t above) const;
    // Lists the journals whose file names match the pattern, each read whole.
    [[nodiscard]] std::vector<maintenance::RunListing> listWhole(const QString& names) const;

    QString m_folder;
    const ports::Clock& m_clock;
};

} // namespace drydock::services
