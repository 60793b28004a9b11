// A small organisation as values: MAIL and MAIL2 in DAG1, DB01 and DB02 on both, DB-test on MAIL alone.
#pragma once

#include "model/domain/dag_snapshot.h"

namespace drydock::tests {

inline const domain::Time noon = *domain::fromIso("2026-11-22T12:00:00Z");

inline domain::DatabaseCopy copyOf(const std::string& database, const std::string& server, const std::string& status,
                                   std::int64_t copyQueue = 0, std::int64_t replayQueue = 0)
{
    domain::DatabaseCopy copy;
    copy.database = domain::DatabaseName(database);
    copy.server = domain::ServerName(server);
    copy.status = domain::copyStatus(status);
    copy.active = status == "Mounted";
    copy.copyQueueLength = copyQueue;
    copy.replayQueueLength = replayQueue;
    copy.lastInspectedLogTime = noon;
    copy.contentIndexState = "NotApplicable";
    copy.activationPreference = server == "MAIL" ? 1 : 2;
    copy.autoActivationPolicy = domain::autoActivationPolicy("Unrestricted");
    return copy;
}

inline domain::Server serverOf(const std::string& name)
{
    domain::Server server;
    server.name = domain::ServerName(name);
    server.fqdn = name + ".contoso.com";
    server.version = {15, 2, 1118, 7};
    server.site = "Site-A";
    server.dag = domain::DagName("DAG1");
    server.autoActivationPolicy = domain::autoActivationPolicy("Unrestricted");
    return server;
}

inline domain::Queue queueOf(const std::string& identity, const std::string& type, std::int64_t count)
{
    domain::Queue queue;
    queue.identity = identity;
    queue.server = domain::ServerName(identity.substr(0, identity.find('\\')));
    queue.deliveryType = type;
    queue.status = "Ready";
    queue.messageCount = count;
    return queue;
}

inline domain::ComponentState componentOf(const std::string& server, const std::string& name, const std::string& state)
{
    domain::ComponentState component;
    component.server = domain::ServerName(server);
    component.component = name;
    component.state = domain::serviceState(state);
    component.registry.emplace();
    component.activeDirectory.emplace();
    return component;
}

inline domain::DagSnapshot sample()
{
    using domain::SnapshotSection;
    domain::DagSnapshot s;
    s.takenAt = noon;
    s.source = "mail2.contoso.com";
    domain::AvailabilityGroup group;
    group.name = domain::DagName("DAG1");
    group.servers = {domain::ServerName("MAIL"), domain::ServerName("MAIL2")};
    group.primaryActiveManager = domain::ServerName("MAIL2");
    group.statusKnown = true;
    group.operationalServers = group.servers;
    s.groups = {group};
    s.servers = {serverOf("MAIL"), serverOf("MAIL2")};
    for (const std::string name : {"DB01", "DB02", "DB-test"}) {
        domain::Database database;
        database.name = domain::DatabaseName(name);
        database.dag = group.name;
        database.servers = {domain::ServerName("MAIL")};
        if (name != "DB-test") database.servers.push_back(domain::ServerName("MAIL2"));
        s.databases.push_back(database);
    }
    s.copies = {copyOf("DB01", "MAIL", "Mounted"), copyOf("DB01", "MAIL2", "Healthy"),
                copyOf("DB02", "MAIL", "Healthy", 3, 7), copyOf("DB02", "MAIL2", "Mounted"),
                copyOf("DB-test", "MAIL", "Mounted")};
    for (const std::string server : {"MAIL", "MAIL2"}) {
        s.components.push_back(componentOf(server, "ServerWideOffline", "Active"));
        s.components.push_back(componentOf(server, "HubTransport", "Active"));
        s.queues.push_back(queueOf(server + "\\Submission", "Undefined", server == "MAIL" ? 12 : 0));
        s.queues.push_back(queueOf(server + "\\Shadow\\3", "ShadowRedundancy", 40));
        s.nodes.push_back({domain::ServerName(server), domain::nodeState("Up"), 1, 1});
        for (const auto part : {SnapshotSection::Copies, SnapshotSection::Components, SnapshotSection::Queues,
                                SnapshotSection::Nodes, SnapshotSection::Services})
            s.read.insert({part, domain::ServerName(server)});
    }
    for (const auto part : {SnapshotSection::Servers, SnapshotSection::Groups, SnapshotSection::Databases})
        s.read.insert({part, domain::ServerName()});
    return s;
}

inline domain::SnapshotPtr shared(domain::DagSnapshot snapshot)
{
    return std::make_shared<const domain::DagSnapshot>(std::move(snapshot));
}

} // namespace drydock::tests
