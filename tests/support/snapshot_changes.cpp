// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/snapshot_changes.h"

#include <algorithm>
#include <stdexcept>

namespace drydock::tests {

using namespace domain;
using namespace std::chrono_literals;

namespace {

template <class Range, class Predicate> auto& rowOf(Range& range, Predicate predicate)
{
    const auto found = std::find_if(range.begin(), range.end(), predicate);
    if (found == range.end()) throw std::out_of_range("no such row");
    return *found;
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

ServerName anotherOf(const std::vector<ServerName>& servers, const ServerName& server)
{
    return rowOf(servers, [&](const auto& name) { return name != server; });
}

} // namespace

Server& serverOf(DagSnapshot& snapshot, const ServerName& name)
{
    return rowOf(snapshot.servers, [&](const Server& s) { return s.name == name; });
}

ComponentState& componentOf(DagSnapshot& snapshot, const ServerName& server, const char* name)
{
    return rowOf(snapshot.components,
                 [&](const ComponentState& c) { return c.server == server && c.component == name; });
}

Database& databaseOf(DagSnapshot& snapshot, const std::string& name)
{
    return rowOf(snapshot.databases, [&](const Database& d) { return d.name.text() == name; });
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
    std::erase(names, server);
    if (paused) names.push_back(server);
}

void activate(DagSnapshot& snapshot, const std::string& database, const ServerName& on)
{
    for (auto& copy : snapshot.copies) {
        if (copy.database.text() != database) continue;
        copy.active = copy.server == on;
        copy.status = copyStatus(copy.active ? "Mounted" : "Healthy");
    }
    databaseOf(snapshot, database).mountedOn = on;
}

void moveActivesAway(DagSnapshot& snapshot, const ServerName& server)
{
    std::vector<std::string> moving;
    for (const auto& copy : snapshot.copies)
        if (copy.server == server && copy.active && !databaseOf(snapshot, copy.database.text()).singleCopy())
            moving.push_back(copy.database.text());
    for (const auto& name : moving)
        activate(snapshot, name, anotherOf(databaseOf(snapshot, name).servers, server));
    auto& group = snapshot.groups.front();
    if (group.primaryActiveManager == server) group.primaryActiveManager = anotherOf(group.servers, server);
}

void putInMaintenance(DagSnapshot& snapshot, const ServerName& server, Time begun)
{
    setPolicy(snapshot, server, AutoActivationPolicy::Blocked);
    serverOf(snapshot, server).activationDisabledAndMoveNow = true;
    setComponent(snapshot, server, component::hubTransport, ServiceState::Draining, requester::maintenance,
                 begun + 1min);
    setComponent(snapshot, server, component::highAvailability, ServiceState::Inactive, requester::maintenance,
                 begun + 2min);
    serviceOf(snapshot, server, service::transport).processStart = begun + 2min;
    pauseNode(snapshot, server);
    moveActivesAway(snapshot, server);
    for (auto& queue : snapshot.queues)
        if (queue.server == server && queue.drains()) queue.messageCount = 0;
    setComponent(snapshot, server, component::serverWideOffline, ServiceState::Inactive, requester::maintenance,
                 begun + 5min);
}

} // namespace drydock::tests
