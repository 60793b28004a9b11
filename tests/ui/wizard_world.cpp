#include "tests/ui/wizard_world.h"

#include <QMutexLocker>

#include <algorithm>

namespace drydock::tests {
namespace {

using namespace domain;
using namespace std::chrono_literals;

const ServerName mailServer{"MAIL"};

Server makeServer(const std::string& name, const std::string& site)
{
    Server server;
    server.name = ServerName(name);
    server.fqdn = name + ".alwayshotcafe.com";
    std::transform(server.fqdn.begin(), server.fqdn.end(), server.fqdn.begin(),
                   [](char c) { return char(std::tolower(c)); });
    server.version = {15, 2, 1118, 7};
    server.site = site;
    server.edition = "Enterprise";
    server.dag = DagName("DAG1");
    server.autoActivationPolicy = autoActivationPolicy("IntrasiteOnly");
    return server;
}

void addDatabase(DagSnapshot& snapshot, const std::string& name, const std::vector<std::string>& servers)
{
    Database database;
    database.name = DatabaseName(name);
    database.dag = DagName("DAG1");
    database.replicationType = {servers.size() > 1 ? ReplicationType::Remote : ReplicationType::None,
                                servers.size() > 1 ? "Remote" : "None"};
    database.mounted = true;
    database.mountedOn = ServerName(servers.front());
    int preference = 0;
    for (const auto& server : servers) {
        database.servers.emplace_back(server);
        database.activationPreference[ServerName(server)] = ++preference;
        DatabaseCopy copy;
        copy.database = database.name;
        copy.server = ServerName(server);
        copy.active = preference == 1;
        copy.status = copyStatus(copy.active ? "Mounted" : "Healthy");
        copy.copyQueueLength = 0;
        copy.replayQueueLength = 0;
        copy.activationPreference = preference;
        copy.contentIndexState = "NotApplicable";
        copy.autoActivationPolicy = autoActivationPolicy("IntrasiteOnly");
        snapshot.copies.push_back(copy);
    }
    snapshot.databases.push_back(database);
}

void addRest(DagSnapshot& snapshot, const ServerName& server, Time now)
{
    for (const auto* name : {"ServerWideOffline", "HubTransport", "FrontendTransport", "HighAvailability", "Monitoring",
                             "RecoveryActionsEnabled", "OwaProxy", "EwsProxy", "MapiProxy", "ImapProxy"}) {
        ComponentState component;
        component.server = server;
        component.component = name;
        component.state = serviceState("Active");
        component.registry.emplace();
        component.activeDirectory.emplace();
        snapshot.components.push_back(component);
    }
    for (const auto* name : {"MSExchangeTransport", "MSExchangeFrontEndTransport", "MSExchangeRepl", "ClusSvc"}) {
        snapshot.services.push_back({server, name, "Running", "Automatic", now - 240h});
    }
    snapshot.nodes.push_back({server, nodeState("Up"), 1, 1});
    const bool source = server == mailServer;
    snapshot.queues.push_back(
        {server.text() + "\\Submission", server, "Undefined", "Ready", source ? 37 : 0, "Submission", {}, 0, 0, 0});
    snapshot.queues.push_back(
        {server.text() + "\\Shadow\\3", server, "ShadowRedundancy", "Ready", 12, "mail2", {}, 0, 0, 0});
    for (const auto part : {SnapshotSection::Copies, SnapshotSection::Components, SnapshotSection::Queues,
                            SnapshotSection::Nodes, SnapshotSection::Services})
        snapshot.read.insert({part, server});
}

const maintenance::Parameter* find(const maintenance::Command& command, const std::string& name)
{
    const auto found = std::find_if(command.parameters.begin(), command.parameters.end(),
                                    [&](const auto& p) { return p.name == name; });
    return found == command.parameters.end() ? nullptr : &*found;
}

std::string textOf(const maintenance::Command& command, const std::string& name)
{
    const auto* parameter = find(command, name);
    const auto* text = parameter ? std::get_if<std::string>(&parameter->value) : nullptr;
    return text ? *text : std::string();
}

void writeEntry(std::vector<RequesterEntry>& store, const RequesterEntry& entry)
{
    std::erase_if(store, [&](const auto& old) { return old.requester == entry.requester; });
    store.push_back(entry);
}

// What a server computes: its own entries, and ServerWideOffline over all but two components.
void compute(DagSnapshot& snapshot, const ServerName& server)
{
    const auto held = [](const ComponentState& c) -> std::string {
        for (const auto& entry : c.heldDownBy())
            return entry.state.text;
        return "Active";
    };
    bool offline = false;
    for (auto& c : snapshot.components) {
        if (c.server == server && c.component == component::serverWideOffline) offline = held(c) != "Active";
    }
    for (auto& c : snapshot.components) {
        if (c.server != server) continue;
        const bool master =
            offline && c.component != component::monitoring && c.component != component::recoveryActionsEnabled;
        c.serverWideOfflineIsOffline = offline;
        c.state = serviceState(master ? "Inactive" : held(c));
    }
}

void setNode(DagSnapshot& snapshot, const ServerName& server, const std::string& state)
{
    for (auto& node : snapshot.nodes) {
        if (node.server == server) node.state = nodeState(state);
    }
    auto& group = snapshot.groups.front();
    std::erase(group.serversInMaintenance, server);
    if (state == "Paused") {
        group.serversInMaintenance.push_back(server);
        if (group.primaryActiveManager == server) group.primaryActiveManager = ServerName("MAIL2");
    }
}

void holdComponent(DagSnapshot& snapshot, const ServerName& server, const std::string& name, const std::string& state,
                   Time now)
{
    for (auto& c : snapshot.components) {
        if (c.server != server || c.component != name) continue;
        const RequesterEntry entry{requester::maintenance, serviceState(state), now};
        writeEntry(*c.registry, entry);
        writeEntry(*c.activeDirectory, entry);
    }
    compute(snapshot, server);
}

void moveActives(DagSnapshot& snapshot, const ServerName& server)
{
    for (auto& database : snapshot.databases) {
        if (database.mountedOn != server || database.singleCopy()) continue;
        const auto to =
            std::find_if(database.servers.begin(), database.servers.end(), [&](const auto& s) { return s != server; });
        database.mountedOn = *to;
        for (auto& copy : snapshot.copies) {
            if (copy.database != database.name) continue;
            copy.active = copy.server == *to;
            copy.status = copyStatus(copy.active ? "Mounted" : "Healthy");
        }
    }
    auto& group = snapshot.groups.front();
    if (group.primaryActiveManager == server) group.primaryActiveManager = ServerName("MAIL2");
}

maintenance::CmdletPermissions everything()
{
    maintenance::CmdletPermissions granted;
    for (const auto* cmdlet :
         {"Set-MailboxServer", "Set-ServerComponentState", "Redirect-Message", "Move-ActiveMailboxDatabase",
          "Get-MailboxServer", "Get-Queue", "Get-ServerComponentState", "Get-MailboxDatabaseCopyStatus"})
        granted[cmdlet];
    return granted;
}

} // namespace

DagSnapshot wizardSnapshot(Time now)
{
    DagSnapshot snapshot;
    snapshot.takenAt = now;
    snapshot.source = "mail2.alwayshotcafe.com";
    snapshot.servers = {makeServer("MAIL", "A"), makeServer("MAIL2", "A"), makeServer("MAIL3", "B")};
    AvailabilityGroup group;
    group.name = DagName("DAG1");
    group.witnessServer = "fs1.alwayshotcafe.com";
    group.witnessInUse = witnessShareInUse("Primary");
    group.primaryActiveManager = mailServer;
    group.statusKnown = true;
    for (const auto& server : snapshot.servers) {
        group.servers.push_back(server.name);
        group.operationalServers.push_back(server.name);
        addRest(snapshot, server.name, now);
    }
    snapshot.groups = {group};
    addDatabase(snapshot, "DB01", {"MAIL", "MAIL2", "MAIL3"});
    addDatabase(snapshot, "DB02", {"MAIL", "MAIL2", "MAIL3"});
    addDatabase(snapshot, "DB07", {"MAIL", "MAIL3", "MAIL2"});
    addDatabase(snapshot, "DB11", {"MAIL", "MAIL2", "MAIL3"});
    addDatabase(snapshot, "DB12", {"MAIL", "MAIL2", "MAIL3"});
    addDatabase(snapshot, "DB-test", {"MAIL"});
    for (const auto part : {SnapshotSection::Servers, SnapshotSection::Groups, SnapshotSection::Databases})
        snapshot.read.insert({part, ServerName()});
    return snapshot;
}

void putIntoMaintenance(DagSnapshot& snapshot, Time now)
{
    for (auto& server : snapshot.servers) {
        if (server.name != mailServer) continue;
        server.autoActivationPolicy = autoActivationPolicy("Blocked");
        server.activationDisabledAndMoveNow = true;
    }
    moveActives(snapshot, mailServer);
    setNode(snapshot, mailServer, "Paused");
    for (const auto* name : {"HubTransport", "HighAvailability", "ServerWideOffline"}) {
        holdComponent(snapshot, mailServer, name, name == std::string("HubTransport") ? "Draining" : "Inactive", now);
    }
    for (auto& queue : snapshot.queues) {
        if (queue.server == mailServer && queue.drains()) queue.messageCount = 0;
    }
}

class WizardWorld::Gateway final : public ports::ExchangeGateway
{
public:
    explicit Gateway(WizardWorld& world) : m_world(world) {}

    QFuture<Result<ports::ServerInfo>> open() override
    {
        ports::ServerInfo info{"mail2.alwayshotcafe.com", "LAB\\admin", "none (loopback)", everything(), false};
        return QtFuture::makeReadyFuture(Result<ports::ServerInfo>(std::move(info)));
    }
    QFuture<Result<SnapshotPtr>> readSnapshot(ports::ReadScope) override
    {
        const QMutexLocker lock(&m_world.m_mutex);
        if (m_world.m_readingFails)
            return QtFuture::makeReadyFuture(Result<SnapshotPtr>(fail(*m_world.m_readingFails)));
        auto copy = std::make_shared<DagSnapshot>(m_world.m_now);
        copy->takenAt = m_world.m_clock.now();
        return QtFuture::makeReadyFuture(Result<SnapshotPtr>(SnapshotPtr(std::move(copy))));
    }
    QFuture<Result<maintenance::CommandReport>> execute(maintenance::Command command) override
    {
        return m_world.execute(command);
    }
    void close() override {}

private:
    WizardWorld& m_world;
};

WizardWorld::WizardWorld(const ports::Clock& clock) : m_clock(clock), m_now(wizardSnapshot(clock.now())) {}

std::shared_ptr<ports::ExchangeGateway> WizardWorld::gateway() { return std::make_shared<Gateway>(*this); }

SnapshotPtr WizardWorld::snapshot() const
{
    const QMutexLocker lock(&m_mutex);
    return std::make_shared<DagSnapshot>(m_now);
}

void WizardWorld::change(const std::function<void(DagSnapshot&)>& how)
{
    const QMutexLocker lock(&m_mutex);
    how(m_now);
}

std::vector<std::string> WizardWorld::sent() const
{
    const QMutexLocker lock(&m_mutex);
    return m_sent;
}

void WizardWorld::failNext(const std::string& cmdlet, const Error& error)
{
    const QMutexLocker lock(&m_mutex);
    m_fail[cmdlet] = error;
}

void WizardWorld::hold(const std::string& cmdlet)
{
    const QMutexLocker lock(&m_mutex);
    m_hold = cmdlet;
}

void WizardWorld::release()
{
    decltype(m_held) held;
    {
        const QMutexLocker lock(&m_mutex);
        m_hold.clear();
        held.swap(m_held);
    }
    for (auto& [promise, command] : held) {
        Answer answer;
        {
            const QMutexLocker lock(&m_mutex);
            answer = apply(command);
        }
        promise->addResult(std::move(answer));
        promise->finish();
    }
}

bool WizardWorld::holding() const
{
    const QMutexLocker lock(&m_mutex);
    return !m_held.empty();
}

void WizardWorld::failReading(std::optional<Error> error)
{
    const QMutexLocker lock(&m_mutex);
    m_readingFails = std::move(error);
}

QFuture<WizardWorld::Answer> WizardWorld::execute(const maintenance::Command& command)
{
    const QMutexLocker lock(&m_mutex);
    m_sent.push_back(command.cmdlet);
    if (const auto failure = m_fail.find(command.cmdlet); failure != m_fail.end()) {
        const Error error = failure->second;
        m_fail.erase(failure);
        return QtFuture::makeReadyFuture(Answer(fail(error)));
    }
    if (m_hold == command.cmdlet) {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        m_held.emplace_back(promise, command);
        return promise->future();
    }
    return QtFuture::makeReadyFuture(apply(command));
}

WizardWorld::Answer WizardWorld::apply(const maintenance::Command& command)
{
    const auto now = m_clock.now();
    if (command.cmdlet == "Set-MailboxServer")
        setMailboxServer(command);
    else if (command.cmdlet == "Set-ServerComponentState") {
        holdComponent(m_now, ServerName(textOf(command, "Identity")), textOf(command, "Component"),
                      textOf(command, "State"), now);
    } else if (command.cmdlet == "Suspend-ClusterNode")
        setNode(m_now, command.on, "Paused");
    else if (command.cmdlet == "Resume-ClusterNode")
        setNode(m_now, command.on, "Up");
    else if (command.cmdlet == "Move-ActiveMailboxDatabase")
        moveActives(m_now, ServerName(textOf(command, "Server")));
    else if (command.cmdlet == "Redirect-Message") {
        for (auto& queue : m_now.queues) {
            if (queue.server == ServerName(textOf(command, "Server")) && queue.drains()) queue.messageCount = 0;
        }
    } else if (command.cmdlet == "Restart-Service" || command.cmdlet == "Start-Service") {
        for (auto& service : m_now.services) {
            if (service.server != command.on || service.name != textOf(command, "Name")) continue;
            service.status = "Running";
            service.processStart = now + 1s;
        }
    }
    return maintenance::CommandReport{};
}

void WizardWorld::setMailboxServer(const maintenance::Command& command)
{
    const ServerName name(textOf(command, "Identity"));
    for (auto& server : m_now.servers) {
        if (server.name != name) continue;
        const auto policy = textOf(command, "DatabaseCopyAutoActivationPolicy");
        if (!policy.empty()) server.autoActivationPolicy = autoActivationPolicy(policy);
        if (const auto* moveNow = find(command, "DatabaseCopyActivationDisabledAndMoveNow")) {
            server.activationDisabledAndMoveNow = std::get<bool>(moveNow->value);
            if (server.activationDisabledAndMoveNow) moveActives(m_now, name);
        }
    }
}

struct MemoryJournals::Records {
    QMutex mutex;
    std::vector<maintenance::JournalRecord> all;
};

class MemoryJournals::Writer final : public ports::Journal
{
public:
    explicit Writer(std::shared_ptr<Records> records) : m_records(std::move(records)) {}
    Result<> append(const maintenance::JournalRecord& record) override
    {
        const QMutexLocker lock(&m_records->mutex);
        m_records->all.push_back(record);
        return {};
    }

private:
    std::shared_ptr<Records> m_records;
};

Result<std::unique_ptr<ports::Journal>> MemoryJournals::create(const std::string& runId)
{
    const QMutexLocker all(&m_mutex);
    auto& records = m_runs[runId];
    if (records) return fail(ErrorKind::Storage, "create " + runId);
    records = std::make_shared<Records>();
    return std::unique_ptr<ports::Journal>(std::make_unique<Writer>(records));
}

Result<ports::OpenedJournal> MemoryJournals::open(const std::string& runId)
{
    const QMutexLocker all(&m_mutex);
    const auto found = m_runs.find(runId);
    if (found == m_runs.end()) return fail(ErrorKind::NotFound, "open " + runId);
    const QMutexLocker lock(&found->second->mutex);
    auto state = maintenance::replay(found->second->all);
    if (!state) return fail(state.error());
    return ports::OpenedJournal{std::make_unique<Writer>(found->second), *state, found->second->all.size()};
}

Result<std::vector<ports::RunListing>> MemoryJournals::list()
{
    const QMutexLocker all(&m_mutex);
    std::vector<ports::RunListing> listings;
    for (auto& [id, records] : m_runs) {
        const QMutexLocker lock(&records->mutex);
        if (auto state = maintenance::replay(records->all)) listings.push_back({*state, false, {}, id});
    }
    std::reverse(listings.begin(), listings.end());
    return listings;
}

} // namespace drydock::tests
