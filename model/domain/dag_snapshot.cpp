// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/dag_snapshot.h"

#include "model/domain/messages.h"

#include <algorithm>
#include <iterator>

namespace drydock::domain {
namespace {

struct SectionWords {
    SnapshotSection section;
    const char* name;
    const Message* words;
};

constexpr SectionWords sections[] = {
    {SnapshotSection::Servers, "servers", &sentence<"servers">.message},
    {SnapshotSection::Groups, "groups", &sentence<"groups">.message},
    {SnapshotSection::Databases, "databases", &sentence<"databases">.message},
    {SnapshotSection::Copies, "copies", &sentence<"copies">.message},
    {SnapshotSection::Components, "components", &sentence<"components">.message},
    {SnapshotSection::Queues, "queues", &sentence<"queues">.message},
    {SnapshotSection::Nodes, "nodes", &sentence<"nodes">.message},
    {SnapshotSection::Services, "services", &sentence<"services">.message},
    {SnapshotSection::OperatingSystem, "operating-system", &sentence<"operating-system">.message},
    {SnapshotSection::AdminAuditLog, "admin-audit-log", &sentence<"admin-audit-log">.message},
    {SnapshotSection::Healthchecks, "healthchecks", &sentence<"healthchecks">.message},
    {SnapshotSection::PendingReboots, "pending-reboots", &sentence<"pending-reboots">.message},
    {SnapshotSection::ClientConnections, "client-connections", &sentence<"client-connections">.message},
    {SnapshotSection::MoveRequests, "move-requests", &sentence<"move-requests">.message},
    {SnapshotSection::DatabaseMoves, "database-moves", &sentence<"database-moves">.message},
};

const SectionWords& wordsOf(SnapshotSection section)
{
    return *std::find_if(std::begin(sections), std::end(sections) - 1,
                         [section](const SectionWords& words) { return words.section == section; });
}

template <class Range, class Predicate>
auto find(const Range& range, Predicate predicate) -> const typename Range::value_type*
{
    const auto at = std::find_if(range.begin(), range.end(), predicate);
    return at == range.end() ? nullptr : &*at;
}

template <class Range, class Predicate>
auto select(const Range& range, Predicate predicate) -> std::vector<const typename Range::value_type*>
{
    std::vector<const typename Range::value_type*> found;
    for (const auto& item : range)
        if (predicate(item)) found.push_back(&item);
    return found;
}

bool organisationWide(SnapshotSection section)
{
    return section == SnapshotSection::Servers || section == SnapshotSection::Groups ||
           section == SnapshotSection::Databases || section == SnapshotSection::AdminAuditLog ||
           section == SnapshotSection::MoveRequests || section == SnapshotSection::DatabaseMoves;
}

} // namespace

bool ReadingError::operator==(const ReadingError&) const = default;
bool DagSnapshot::operator==(const DagSnapshot&) const = default;

Time DagSnapshot::timeOn(const ServerName& server) const
{
    const auto skew = clockSkew.find(server);
    return skew == clockSkew.end() ? takenAt : takenAt + skew->second;
}

const char* toString(SnapshotSection section) noexcept { return wordsOf(section).name; }
LocalizableText sectionName(SnapshotSection section) { return {*wordsOf(section).words, {}}; }

bool DagSnapshot::covers(SnapshotSection section, const ServerName& server) const
{
    return read.count({section, organisationWide(section) ? ServerName() : server}) != 0;
}

const Server* DagSnapshot::server(const ServerName& name) const
{
    return find(servers, [&](const Server& s) { return s.name == name; });
}

const Server* DagSnapshot::serverByHostName(const ServerName& name) const
{
    const auto* exact = server(name);
    return exact ? exact : find(servers, [&](const Server& s) { return ServerName(s.fqdn) == name; });
}

const AvailabilityGroup* DagSnapshot::group(const DagName& name) const
{
    return find(groups, [&](const AvailabilityGroup& g) { return g.name == name; });
}

const AvailabilityGroup* DagSnapshot::groupOf(const ServerName& name) const
{
    return find(groups, [&](const AvailabilityGroup& g) {
        return std::find(g.servers.begin(), g.servers.end(), name) != g.servers.end();
    });
}

const Database* DagSnapshot::database(const DatabaseName& name) const
{
    return find(databases, [&](const Database& d) { return d.name == name; });
}

const ClusterNode* DagSnapshot::node(const ServerName& name) const
{
    return find(nodes, [&](const ClusterNode& n) { return n.server == name; });
}

const Healthchecks* DagSnapshot::healthchecksOf(const ServerName& name) const
{
    return find(healthchecks, [&](const Healthchecks& h) { return h.server == name; });
}

const PendingReboot* DagSnapshot::pendingReboot(const ServerName& name) const
{
    return find(pendingReboots, [&](const PendingReboot& p) { return p.server == name; });
}

const ClientConnections* DagSnapshot::clientConnectionsOf(const ServerName& name) const
{
    return find(clientConnections, [&](const ClientConnections& c) { return c.server == name; });
}

const Service* DagSnapshot::service(const ServerName& onServer, std::string_view name) const
{
    return find(services, [&](const Service& s) { return s.server == onServer && equalsIgnoringCase(s.name, name); });
}

const ComponentState* DagSnapshot::component(const ServerName& onServer, std::string_view name) const
{
    return find(components,
                [&](const ComponentState& c) { return c.server == onServer && equalsIgnoringCase(c.component, name); });
}

std::vector<const DatabaseCopy*> DagSnapshot::copiesOf(const DatabaseName& name) const
{
    return select(copies, [&](const DatabaseCopy& c) { return c.database == name; });
}

std::vector<const DatabaseCopy*> DagSnapshot::copiesOn(const ServerName& name) const
{
    return select(copies, [&](const DatabaseCopy& c) { return c.server == name; });
}

std::vector<const Queue*> DagSnapshot::queuesOf(const ServerName& name) const
{
    return select(queues, [&](const Queue& q) { return q.server == name; });
}

bool DagSnapshot::hasCopy(const Database& ofDatabase, const ServerName& onServer) const
{
    if (ofDatabase.serversRead)
        return std::find(ofDatabase.servers.begin(), ofDatabase.servers.end(), onServer) != ofDatabase.servers.end();
    if (!covers(SnapshotSection::Copies, onServer)) return true;
    return find(copies, [&](const DatabaseCopy& c) { return c.server == onServer && c.database == ofDatabase.name; }) !=
           nullptr;
}

std::vector<const Server*> DagSnapshot::otherMembers(const ServerName& name) const
{
    const auto* own = server(name);
    const auto* dag = groupOf(name);
    return select(servers, [&](const Server& s) {
        if (s.name == name) return false;
        if (dag) return std::find(dag->servers.begin(), dag->servers.end(), s.name) != dag->servers.end();
        return own && !own->dag.empty() && s.dag == own->dag;
    });
}

std::int64_t DagSnapshot::queuedMessages(const ServerName& name) const
{
    std::int64_t sum = 0;
    for (const auto* queue : queuesOf(name))
        if (queue->drains()) sum += queue->messageCount;
    return sum;
}

} // namespace drydock::domain
