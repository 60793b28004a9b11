// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A journal store that forwards each call to the store chosen last, the one of the current connection.
#pragma once

#include "model/ports/journal_store.h"

#include <atomic>

namespace drydock::app {

// May be used on any thread, as the stores it forwards to may. They outlive it. choose() affects later calls only:
// journals that are open keep their store. Errors are those of the chosen store.
class SwitchableJournalStore final : public ports::JournalStore
{
public:
    explicit SwitchableJournalStore(ports::JournalStore& first) : m_store(&first) {}
    void choose(ports::JournalStore& store) { m_store = &store; }

    [[nodiscard]] domain::Result<ports::CreatedJournal> create(const std::string& runId, const std::string& group,
                                                               std::uint64_t above) override
    {
        return m_store.load()->create(runId, group, above);
    }
    [[nodiscard]] domain::Result<ports::OpenedJournal> open(const std::string& runId) override
    {
        return m_store.load()->open(runId);
    }
    [[nodiscard]] domain::Result<std::vector<ports::RunListing>> list() override { return m_store.load()->list(); }
    [[nodiscard]] ports::JournaledRun read(const std::string& runId) override { return m_store.load()->read(runId); }
    [[nodiscard]] domain::Result<> archive(const std::string& runId) override { return m_store.load()->archive(runId); }

private:
    std::atomic<ports::JournalStore*> m_store;
};

} // namespace drydock::app
