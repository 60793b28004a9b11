// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/snapshot_builder.h"

#include <algorithm>

namespace drydock::tests {

using namespace domain;

namespace {

constexpr const char* essential[] = {
    "ServerWideOffline", "HubTransport",      "FrontendTransport", "Monitoring", "RecoveryActionsEnabled",
    "HighAvailability",  "ForwardSyncDaemon", "ProvisioningRps",   "ImapProxy",  "OwaProxy"};
constexpr const char* others[] = {"AutoDiscoverProxy", "ActiveSyncProxy", "EcpProxy", "EwsProxy",
                                  "OabProxy",          "PopProxy",        "MapiProxy"};

} // namespace

Time at(int minute)
{
    static const Time start = *fromIso("2020-05-10T14:00:00Z");
    return start + std::chrono::minutes(minute);
}

DatabaseCopy copyRow(const std::string& database, const std::string& server, const std::string& status,
                     std::int64_t copyQueue, std::int64_t replayQueue)
{
    DatabaseCopy copy;
    copy.database = DatabaseName(database);
    copy.server = ServerName(server);
    copy.status = copyStatus(status);
    copy.active = status == "Mounted";
    copy.copyQueueLength = copyQueue;
    copy.replayQueueLength = replayQueue;
    copy.lastInspectedLogTime = at(0);
    copy.contentIndexState = "NotApplicable";
    copy.autoActivationPolicy = autoActivationPolicy("Unrestricted");
    copy.diskFreeSpacePercent = 62;
    return copy;
}

SnapshotBuilder::SnapshotBuilder(Components components) : m_components(components)
{
    m_snapshot.takenAt = at(0);
    for (const auto section :
         {SnapshotSection::Servers, SnapshotSection::Groups, SnapshotSection::Databases, SnapshotSection::AdminAuditLog,
          SnapshotSection::MoveRequests, SnapshotSection::DatabaseMoves})
        m_snapshot.read.insert({section, ServerName()});
}

SnapshotBuilder& SnapshotBuilder::server(const std::string& name, const std::string& dag, const std::string& site)
{
    Server server;
    server.name = ServerName(name);
    server.fqdn = name + ".alwayshotcafe.com";
    server.version = {15, 2, 1118, 7};
    server.site = site;
    server.edition = "Enterprise";
    server.dag = m_dagOf[name] = DagName(dag);
    server.autoActivationPolicy = autoActivationPolicy("Unrestricted");
    m_snapshot.source = server.fqdn;
    m_snapshot.clockSkew[server.name] = Duration::zero();
    m_snapshot.servers.push_back(server);
    auto& members = group(server.dag, server.name);
    members.servers.push_back(server.name);
    members.operationalServers.push_back(server.name);
    addComponents(server.name);
    Healthchecks checks{.server = server.name, .since = at(0)};
    for (const auto* protocol : healthcheckProtocols)
        checks.answers.push_back({protocol, 200});
    m_snapshot.healthchecks.push_back(std::move(checks));
    m_snapshot.pendingReboots.push_back({.server = server.name});
    m_snapshot.clientConnections.push_back({server.name, 40, 12});
    m_snapshot.nodes.push_back({server.name, nodeState("Up"), 1, 1});
    for (const auto* service :
         {service::transport, service::frontEndTransport, service::replication, service::cluster, service::imap})
        m_snapshot.services.push_back({server.name, service, "Running", "Automatic", at(-14400)});
    for (const auto section : {SnapshotSection::Copies, SnapshotSection::Components, SnapshotSection::Queues,
                               SnapshotSection::Nodes, SnapshotSection::Services, SnapshotSection::Healthchecks,
                               SnapshotSection::PendingReboots, SnapshotSection::ClientConnections})
        m_snapshot.read.insert({section, server.name});
    return queue(name, "Submission", 0, "Submission");
}

SnapshotBuilder& SnapshotBuilder::database(const std::string& name, const std::vector<std::string>& servers,
                                           const std::string& mountedOn)
{
    Database database;
    database.name = DatabaseName(name);
    database.dag = m_dagOf.at(servers.front());
    const bool replicated = servers.size() > 1;
    database.replicationType = {replicated ? ReplicationType::Remote : ReplicationType::None,
                                replicated ? "Remote" : "None"};
    database.mounted = true;
    database.mountedOn = ServerName(mountedOn.empty() ? servers.front() : mountedOn);
    for (const auto& server : servers) {
        database.servers.emplace_back(server);
        auto copy = copyRow(name, server, database.mountedOn == ServerName(server) ? "Mounted" : "Healthy");
        const int preference = int(database.servers.size());
        copy.activationPreference = preference;
        database.activationPreference[copy.server] = preference;
        m_snapshot.copies.push_back(std::move(copy));
    }
    m_snapshot.databases.push_back(std::move(database));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::queue(const std::string& server, const std::string& id, std::int64_t messages,
                                        const std::string& nextHop, const std::string& lastError)
{
    Queue queue;
    queue.identity = server + "\\" + id;
    queue.server = ServerName(server);
    queue.deliveryType = id == "Submission"           ? "Undefined"
                         : id.rfind("Shadow", 0) == 0 ? "ShadowRedundancy"
                                                      : "SmtpDeliveryToMailbox";
    queue.status = lastError.empty() ? "Ready" : "Retry";
    queue.messageCount = messages;
    queue.nextHop = nextHop;
    queue.lastError = lastError;
    m_snapshot.queues.push_back(std::move(queue));
    return *this;
}

void SnapshotBuilder::addComponents(const ServerName& server)
{
    std::vector<const char*> names(std::begin(essential), std::end(essential));
    if (m_components == Components::All) names.insert(names.end(), std::begin(others), std::end(others));
    for (const auto* name : names) {
        ComponentState component;
        component.server = server;
        component.component = name;
        component.state = serviceState(component.inactiveByDefault() ? "Inactive" : "Active");
        component.registry.emplace();
        component.activeDirectory.emplace();
        m_snapshot.components.push_back(std::move(component));
    }
}

AvailabilityGroup& SnapshotBuilder::group(const DagName& name, const ServerName& first)
{
    auto& groups = m_snapshot.groups;
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& dag) { return dag.name == name; });
    if (found != groups.end()) return *found;
    AvailabilityGroup dag;
    dag.name = name;
    dag.witnessServer = "fs1.alwayshotcafe.com";
    dag.witnessInUse = witnessShareInUse("Primary");
    dag.primaryActiveManager = first;
    dag.statusKnown = true;
    groups.push_back(std::move(dag));
    return groups.back();
}

} // namespace drydock::tests
