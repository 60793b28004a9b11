// A small organisation behind the gateway port, for driving the wizard: commands change it at once, readings show it.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "model/ports/journal_store.h"

#include <QMutex>
#include <QPromise>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::tests {

// MAIL, MAIL2 and MAIL3 of DAG1; DB01, DB02, DB07, DB11 on several, active on MAIL; DB-test on MAIL alone.
[[nodiscard]] domain::DagSnapshot wizardSnapshot(domain::Time now);
// What MAIL looks like when a maintenance of it has ended.
void putIntoMaintenance(domain::DagSnapshot& snapshot, domain::Time now);

class WizardWorld
{
public:
    explicit WizardWorld(const ports::Clock& clock);

    [[nodiscard]] std::shared_ptr<ports::ExchangeGateway> gateway();
    [[nodiscard]] domain::SnapshotPtr snapshot() const;
    void change(const std::function<void(domain::DagSnapshot&)>& how);
    // Cmdlets sent so far that change something.
    [[nodiscard]] std::vector<std::string> sent() const;
    // The next command of that cmdlet fails so, and changes nothing.
    void failNext(const std::string& cmdlet, const domain::Error& error);
    // Commands of that cmdlet are answered when release() says so.
    void hold(const std::string& cmdlet);
    void release();
    [[nodiscard]] bool holding() const;
    void failReading(std::optional<domain::Error> error);

private:
    class Gateway;
    using Answer = domain::Result<maintenance::CommandReport>;
    [[nodiscard]] QFuture<Answer> execute(const maintenance::Command& command);
    [[nodiscard]] Answer apply(const maintenance::Command& command);
    void setMailboxServer(const maintenance::Command& command);

    const ports::Clock& m_clock;
    mutable QMutex m_mutex;
    domain::DagSnapshot m_now;
    std::vector<std::string> m_sent;
    std::map<std::string, domain::Error> m_fail;
    std::string m_hold;
    std::optional<domain::Error> m_readingFails;
    std::vector<std::pair<std::shared_ptr<QPromise<Answer>>, maintenance::Command>> m_held;
};

// Journals in memory.
class MemoryJournals final : public ports::JournalStore
{
public:
    [[nodiscard]] domain::Result<std::unique_ptr<ports::Journal>> create(const std::string& runId) override;
    [[nodiscard]] domain::Result<ports::OpenedJournal> open(const std::string& runId) override;
    [[nodiscard]] domain::Result<std::vector<ports::RunListing>> list() override;
    [[nodiscard]] domain::Result<> archive(const std::string&) override { return {}; }

private:
    struct Records;
    class Writer;
    QMutex m_mutex; // the worker asks from its own thread
    std::map<std::string, std::shared_ptr<Records>> m_runs;
};

} // namespace drydock::tests
