#include "tests/domain/seed_snapshot.h"

#include <algorithm>
#include <stdexcept>

namespace drydock::tests {

using namespace domain;

namespace {

constexpr const char* components[] = {
    "ServerWideOffline", "HubTransport", "FrontendTransport", "Monitoring",      "RecoveryActionsEnabled",
    "ImapProxy",         "OwaProxy",     "ForwardSyncDaemon", "ProvisioningRps", "HighAvailability"};

Server makeServer(const char* name)
{
    Server server;
    server.name = ServerName(name);
    server.fqdn = std::string(name) + ".alwayshotcafe.com";
    server.version = {15, 2, 1118, 7};
    server.site = "Default-First-Site-Name";
    server.edition = "Enterprise";
    server.dag = DagName("DAG1");
    server.autoActivationPolicy = autoActivationPolicy("Unrestricted");
    return server;
}

Database makeDatabase(const char* name, std::vector<ServerName> servers)
{
    Database database;
    database.name = DatabaseName(name);
    database.dag = DagName("DAG1");
    database.replicationType = {servers.size() > 1 ? ReplicationType::Remote : ReplicationType::None,
                                servers.size() > 1 ? "Remote" : "None"};
    for (std::size_t i = 0; i < servers.size(); ++i)
        database.activationPreference[servers[i]] = static_cast<int>(i) + 1;
    database.mountedOn = servers.front();
    database.mounted = true;
    database.servers = std::move(servers);
    return database;
}

DatabaseCopy makeCopy(const char* database, const ServerName& server, bool active)
{
    DatabaseCopy copy;
    copy.database = DatabaseName(database);
    copy.server = server;
    copy.active = active;
    copy.status = copyStatus(active ? "Mounted" : "Healthy");
    copy.copyQueueLength = 0;
    copy.replayQueueLength = 0;
    copy.contentIndexState = "NotApplicable";
    copy.activationPreference = active ? 1 : 2;
    copy.autoActivationPolicy = autoActivationPolicy("Unrestricted");
    return copy;
}

void addServerRows(DagSnapshot& snapshot, const ServerName& server)
{
    for (const auto* name : components) {
        ComponentState state;
        state.server = server;
        state.component = name;
        state.state = serviceState(state.inactiveByDefault() ? "Inactive" : "Active");
        state.registry.emplace();
        state.activeDirectory.emplace();
        snapshot.components.push_back(state);
    }
    snapshot.nodes.push_back({server, nodeState("Up"), 1, 1});
    for (const auto* name :
         {service::transport, service::frontEndTransport, service::replication, service::cluster, service::imap})
        snapshot.services.push_back({server, name, "Running", "Automatic", at(-600)});
    Queue submission;
    submission.identity = server.text() + "\\Submission";
    submission.server = server;
    submission.deliveryType = "Undefined";
    submission.status = "Ready";
    snapshot.queues.push_back(submission);
    for (auto part : {SnapshotSection::Copies, SnapshotSection::Components, SnapshotSection::Queues,
                      SnapshotSection::Nodes, SnapshotSection::Services})
        snapshot.read.insert({part, server});
}

void recomputeComponents(DagSnapshot& snapshot, const ServerName& server)
{
    const bool offline = !componentOf(snapshot, server, component::serverWideOffline).heldDownBy().empty();
    for (auto& state : snapshot.components) {
        if (state.server != server) continue;
        state.serverWideOfflineIsOffline = offline;
        const auto held = state.heldDownBy();
        const bool inactive = std::any_of(held.begin(), held.end(),
                                          [](const auto& e) { return e.state.value == ServiceState::Inactive; });
        const bool exempt = state.component == component::monitoring ||
                            state.component == component::recoveryActionsEnabled ||
                            state.component == component::serverWideOffline;
        if (inactive || (offline && !exempt) || state.inactiveByDefault())
            state.state = serviceState("Inactive");
        else
            state.state = serviceState(held.empty() ? "Active" : "Draining");
    }
}

void put(std::vector<RequesterEntry>& entries, const RequesterEntry& entry)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.requester == entry.requester; });
    if (found == entries.end())
        entries.push_back(entry);
    else
        *found = entry;
}

template <class Range, class Predicate> auto& rowOf(Range& range, Predicate predicate)
{
    const auto found = std::find_if(range.begin(), range.end(), predicate);
    if (found == range.end()) throw std::out_of_range("no such row");
    return *found;
}

} // namespace

Time at(int minute) { return *fromIso("2020-05-10T14:00:00Z") + std::chrono::minutes(minute); }
ServerName mail() { return ServerName("MAIL"); }
ServerName mail2() { return ServerName("MAIL2"); }

DagSnapshot seedSnapshot()
{
    DagSnapshot snapshot;
    snapshot.takenAt = at(0);
    snapshot.source = "MAIL2.alwayshotcafe.com";
    AvailabilityGroup dag;
    dag.name = DagName("DAG1");
    dag.servers = dag.operationalServers = {mail(), mail2()};
    dag.witnessServer = "fs1.alwayshotcafe.com";
    dag.witnessInUse = witnessShareInUse("Primary");
    dag.primaryActiveManager = mail();
    dag.statusKnown = true;
    snapshot.groups = {dag};
    snapshot.servers = {makeServer("MAIL"), makeServer("MAIL2")};
    snapshot.databases = {makeDatabase("DB01", {mail(), mail2()}), makeDatabase("DB02", {mail(), mail2()}),
                          makeDatabase("DB-test", {mail()})};
    snapshot.copies = {makeCopy("DB01", mail(), true), makeCopy("DB02", mail(), true),
                       makeCopy("DB-test", mail(), true), makeCopy("DB02", mail2(), false),
                       makeCopy("DB01", mail2(), false)};
    for (auto part : {SnapshotSection::Servers, SnapshotSection::Groups, SnapshotSection::Databases})
        snapshot.read.insert({part, ServerName()});
    addServerRows(snapshot, mail());
    addServerRows(snapshot, mail2());
    return snapshot;
}

Server& serverOf(DagSnapshot& snapshot, const ServerName& name)
{
    return rowOf(snapshot.servers, [&](const Server& s) { return s.name == name; });
}

ComponentState& componentOf(DagSnapshot& snapshot, const ServerName& server, const char* name)
{
    return rowOf(snapshot.components,
                 [&](const ComponentState& c) { return c.server == server && c.component == name; });
}

DatabaseCopy& copyOf(DagSnapshot& snapshot, const char* database, const ServerName& server)
{
    return rowOf(snapshot.copies,
                 [&](const DatabaseCopy& c) { return c.server == server && c.database.text() == database; });
}

ClusterNode& nodeOf(DagSnapshot& snapshot, const ServerName& server)
{
    return rowOf(snapshot.nodes, [&](const ClusterNode& n) { return n.server == server; });
}

Service& serviceOf(DagSnapshot& snapshot, const ServerName& server, const char* name)
{
    return rowOf(snapshot.services, [&](const Service& s) { return s.server == server && s.name == name; });
}

void setComponent(DagSnapshot& snapshot, const ServerName& server, const char* name, ServiceState state,
                  const char* requester, Time since)
{
    auto& row = componentOf(snapshot, server, name);
    const RequesterEntry entry{requester, serviceState(toString(state)), since};
    put(*row.registry, entry);
    put(*row.activeDirectory, entry);
    recomputeComponents(snapshot, server);
}

void setPolicy(DagSnapshot& snapshot, const ServerName& server, AutoActivationPolicy policy)
{
    serverOf(snapshot, server).autoActivationPolicy = autoActivationPolicy(toString(policy));
    for (auto& copy : snapshot.copies)
        if (copy.server == server) copy.autoActivationPolicy = autoActivationPolicy(toString(policy));
}

void pauseNode(DagSnapshot& snapshot, const ServerName& server, bool paused)
{
    nodeOf(snapshot, server).state = nodeState(paused ? "Paused" : "Up");
    auto& names = snapshot.groups.front().serversInMaintenance;
    names.erase(std::remove(names.begin(), names.end(), server), names.end());
    if (paused) names.push_back(server);
}

void activate(DagSnapshot& snapshot, const char* database, const ServerName& on)
{
    for (auto& copy : snapshot.copies) {
        if (copy.database.text() != database) continue;
        copy.active = copy.server == on;
        copy.status = copyStatus(copy.active ? "Mounted" : "Healthy");
    }
    for (auto& row : snapshot.databases)
        if (row.name.text() == database) row.mountedOn = on;
}

void putInMaintenance(DagSnapshot& snapshot, const ServerName& server)
{
    const auto other = server == mail() ? mail2() : mail();
    setPolicy(snapshot, server, AutoActivationPolicy::Blocked);
    serverOf(snapshot, server).activationDisabledAndMoveNow = true;
    setComponent(snapshot, server, component::hubTransport, ServiceState::Draining, requester::maintenance, at(1));
    setComponent(snapshot, server, component::highAvailability, ServiceState::Inactive, requester::maintenance, at(2));
    serviceOf(snapshot, server, service::transport).processStart = at(2);
    pauseNode(snapshot, server);
    activate(snapshot, "DB01", other);
    activate(snapshot, "DB02", other);
    snapshot.groups.front().primaryActiveManager = other;
    setComponent(snapshot, server, component::serverWideOffline, ServiceState::Inactive, requester::maintenance, at(5));
}

} // namespace drydock::tests
