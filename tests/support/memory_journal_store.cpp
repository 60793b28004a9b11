// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/memory_journal_store.h"

#include "model/maintenance/journal_replay.h"

#include <QMutexLocker>

#include <algorithm>

namespace drydock::tests {

using domain::ErrorKind;
using domain::fail;
using domain::Result;

class MemoryJournalStore::Writer final : public ports::Journal
{
public:
    Writer(MemoryJournalStore& store, std::string runId) : m_store(store), m_runId(std::move(runId)) {}
    ~Writer() override { m_store.close(m_runId); }
    Result<> append(const maintenance::JournalRecord& record) override { return m_store.append(m_runId, record); }

private:
    MemoryJournalStore& m_store;
    std::string m_runId;
};

Result<> MemoryJournalStore::append(const std::string& runId, const maintenance::JournalRecord& record)
{
    const QMutexLocker lock(&m_mutex);
    if (m_refuses && m_refuses(record)) return fail(ErrorKind::Storage, "write the journal", "no space left");
    m_runs[runId].records.push_back(record);
    return {};
}

void MemoryJournalStore::close(const std::string& runId)
{
    const QMutexLocker lock(&m_mutex);
    m_runs[runId].inUse = false;
}

Result<ports::CreatedJournal> MemoryJournalStore::create(const std::string& runId, const std::string&,
                                                         std::uint64_t above)
{
    const QMutexLocker lock(&m_mutex);
    const auto [run, created] = m_runs.try_emplace(runId);
    if (!created) return fail(ErrorKind::Storage, "create " + runId);
    run->second.inUse = true;
    m_number = std::max(m_number, above) + 1;
    return ports::CreatedJournal{std::make_unique<Writer>(*this, runId), m_number};
}

Result<ports::OpenedJournal> MemoryJournalStore::open(const std::string& runId)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_runs.find(runId);
    if (found == m_runs.end() || found->second.shown) return fail(ErrorKind::NotFound, "open " + runId);
    if (found->second.inUse) return fail(ErrorKind::Locked, "open " + runId);
    const auto& records = found->second.records;
    auto state = maintenance::replay(records);
    if (!state) return fail(state.error());
    const auto runs = listings();
    const auto listed = std::find_if(runs.begin(), runs.end(), [&](const auto& run) { return run.run.id == runId; });
    found->second.inUse = true;
    return ports::OpenedJournal{std::make_unique<Writer>(*this, runId), *state, records.size(), listed->supersededBy};
}

Result<std::vector<ports::RunListing>> MemoryJournalStore::list()
{
    const QMutexLocker lock(&m_mutex);
    return listings();
}

std::vector<ports::RunListing> MemoryJournalStore::listings() const
{
    std::vector<ports::RunListing> listings;
    for (const auto& [id, run] : m_runs) {
        if (const auto state = stateOf(run)) listings.push_back({summaryOf(*state), run.inUse, {}, id, {}});
    }
    maintenance::sortAndMarkSuperseded(listings);
    return listings;
}

Result<maintenance::RunState> MemoryJournalStore::stateOf(const Run& run)
{
    return run.shown ? Result<maintenance::RunState>(*run.shown) : maintenance::replay(run.records);
}

ports::JournaledRun MemoryJournalStore::read(const std::string& runId)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_runs.find(runId);
    auto state = found == m_runs.end() ? Result<maintenance::RunState>(fail(ErrorKind::NotFound, "read " + runId))
                                       : stateOf(found->second);
    ports::JournaledRun run;
    run.state.id = runId;
    if (state)
        run.state = std::move(*state);
    else
        run.error = state.error();
    return run;
}

Result<> MemoryJournalStore::archive(const std::string& runId)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_runs.find(runId);
    if (found == m_runs.end()) return fail(ErrorKind::NotFound, "archive " + runId);
    if (found->second.inUse) return fail(ErrorKind::Locked, "archive " + runId);
    m_runs.erase(found);
    return {};
}

void MemoryJournalStore::refuse(std::function<bool(const maintenance::JournalRecord&)> refuses)
{
    const QMutexLocker lock(&m_mutex);
    m_refuses = std::move(refuses);
}

void MemoryJournalStore::addListing(const maintenance::RunState& state)
{
    const QMutexLocker lock(&m_mutex);
    m_runs[state.id].shown = state;
}

void MemoryJournalStore::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_runs.clear();
}

} // namespace drydock::tests
