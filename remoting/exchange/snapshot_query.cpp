// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/snapshot_query.h"

#include <algorithm>
#include <utility>

namespace drydock::exchange {

using domain::ServerName;
using domain::SnapshotSection;

namespace {

// A search reads an arbitration mailbox and takes seconds, and comments show up after minutes anyway.
constexpr std::chrono::minutes auditLogInterval{5};

bool wants(const ports::ReadScope& scope, SnapshotSection section)
{
    return scope.needs.empty() || std::any_of(scope.needs.begin(), scope.needs.end(),
                                              [section](const auto& need) { return need.first == section; });
}

bool wants(const ports::ReadScope& scope, SnapshotSection section, const ServerName& server)
{
    return scope.needs.empty() || scope.needs.contains({section, server}) ||
           scope.needs.contains({section, ServerName()});
}

// Whether the admin audit log is granted does not change within a session. What is not granted is no failed reading.
bool wantsAuditLog(const ports::ReadScope& scope, const SessionCache& cache, domain::Duration uptime)
{
    const auto last = cache.auditLogReadAt;
    const bool due = scope.needs.empty() && (!last || uptime - *last >= auditLogInterval);
    return cache.mayReadAuditLog && (scope.searchAuditLog || due);
}

// What only a pre-flight asks for is not among what a refresh reads.
bool asksFor(const ports::ReadScope& scope, SnapshotSection section, const ServerName& server)
{
    return scope.needs.contains({section, server});
}

const domain::Server* subjectOf(const ports::ReadScope& scope, const SessionCache& cache)
{
    const auto found = std::ranges::find_if(cache.servers, [&scope](const domain::Server& server) {
        return !scope.preflightOf.empty() &&
               (server.name == scope.preflightOf || ServerName(server.fqdn) == scope.preflightOf);
    });
    return found == cache.servers.end() ? nullptr : &*found;
}

} // namespace

bool onNode(SnapshotSection section)
{
    return section == SnapshotSection::Nodes || section == SnapshotSection::Services ||
           section == SnapshotSection::PendingReboots || section == SnapshotSection::ClientConnections ||
           section == SnapshotSection::OperatingSystem;
}

std::vector<SnapshotQuery> organisationQueries(const ports::ReadScope& scope, const SessionCache& cache)
{
    std::vector<SnapshotQuery> result;
    // Node endpoints need the FQDNs in the list of servers.
    if (wants(scope, SnapshotSection::Servers) || cache.servers.empty())
        result.push_back({SnapshotSection::Servers, {}});
    if (wants(scope, SnapshotSection::Groups)) result.push_back({SnapshotSection::Groups, {}});
    // The lag of a copy is a property of its database.
    if (wants(scope, SnapshotSection::Databases) || (wants(scope, SnapshotSection::Copies) && !cache.databasesKnown))
        result.push_back({SnapshotSection::Databases, {}});
    return result;
}

std::vector<std::vector<SnapshotQuery>> serverQueries(const ports::ReadScope& scope, const SessionCache& cache,
                                                      domain::Duration uptime)
{
    std::vector<std::vector<SnapshotQuery>> queues(1);
    const domain::Server* subject = subjectOf(scope, cache);
    for (const domain::Server& server : cache.servers) {
        if (!server.managed()) continue;
        for (const SnapshotSection section :
             {SnapshotSection::Copies, SnapshotSection::Components, SnapshotSection::Queues}) {
            if (wants(scope, section, server.name)) queues.front().push_back({section, server.name});
        }
        std::vector<SnapshotQuery> node;
        if (wants(scope, SnapshotSection::Nodes, server.name) && !server.dag.empty())
            node.push_back({SnapshotSection::Nodes, server.name});
        if (wants(scope, SnapshotSection::Services, server.name))
            node.push_back({SnapshotSection::Services, server.name});
        const bool nearby = subject && (subject == &server || (!server.dag.empty() && server.dag == subject->dag));
        if (nearby || asksFor(scope, SnapshotSection::PendingReboots, server.name))
            node.push_back({SnapshotSection::PendingReboots, server.name});
        if (subject == &server || asksFor(scope, SnapshotSection::ClientConnections, server.name))
            node.push_back({SnapshotSection::ClientConnections, server.name});
        if (scope.needs.contains({SnapshotSection::OperatingSystem, server.name}))
            node.push_back({SnapshotSection::OperatingSystem, server.name});
        if (!node.empty()) queues.push_back(std::move(node));
        if (cache.asksHealthchecks && wants(scope, SnapshotSection::Healthchecks, server.name))
            queues.push_back({{SnapshotSection::Healthchecks, server.name}});
    }
    if (subject) queues.front().push_back({SnapshotSection::MoveRequests, {}});
    if (subject && cache.mayReadAuditLog) queues.front().push_back({SnapshotSection::DatabaseMoves, {}});
    if (wantsAuditLog(scope, cache, uptime))
        queues.front().push_back({SnapshotSection::AdminAuditLog, {}}); // last, since it takes long
    return queues;
}

std::vector<domain::DagName> missingGroups(const domain::DagSnapshot& snapshot, const SessionCache& cache)
{
    std::vector<domain::DagName> missing;
    for (const domain::Server& server : cache.servers) {
        if (!server.managed() || server.dag.empty()) continue;
        const auto* group = snapshot.group(server.dag);
        if ((!group || !group->statusKnown) && std::find(missing.begin(), missing.end(), server.dag) == missing.end())
            missing.push_back(server.dag);
    }
    return missing;
}

} // namespace drydock::exchange
