// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/cluster.h"

#include "remoting/lab/transport.h"

#include <algorithm>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;

bool mayManage(const World& world, int server, const std::string& site)
{
    const auto& candidate = serverAt(world, server);
    return nodeState(world, server) == NodeState::Up &&
           candidate.policy.valueAtSite(site, world.now) != Policy::Blocked &&
           !candidate.moveNow.valueAtSite(site, world.now);
}

} // namespace

NodeState nodeState(const World& world, int server)
{
    return world.serviceRuns(server, "ClusSvc") ? serverAt(world, server).node : NodeState::Down;
}

bool hasQuorum(const World& world, int dag)
{
    const auto& group = world.dags[static_cast<std::size_t>(dag)];
    const auto members = group.members.size();
    const bool witnessVotes = members % 2 == 0;
    const auto& witness = group.spec.witnessShareInUse;
    std::size_t votes = witnessVotes && (witness == "Primary" || witness == "Alternate") ? 1 : 0;
    for (const int member : group.members)
        if (nodeState(world, member) != NodeState::Down) ++votes;
    return votes * 2 > members + (witnessVotes ? 1 : 0);
}

void checkManager(World& world, int dag)
{
    auto& group = world.dags[static_cast<std::size_t>(dag)];
    if (group.managerMoving || group.members.empty()) return;
    const bool gone = group.manager < 0 || nodeState(world, group.manager) == NodeState::Down;
    const bool disabled = !gone && [&] {
        const auto& server = serverAt(world, group.manager);
        return server.policy.valueAtSite(server.spec.site, world.now) == Policy::Blocked ||
               server.moveNow.valueAtSite(server.spec.site, world.now);
    }();
    if (!gone && !disabled) return;
    group.managerMoving = true;
    world.events.plan(world.now + 5s, {EventKind::MoveManager, dag});
}

void moveManager(World& world, int dag)
{
    auto& group = world.dags[static_cast<std::size_t>(dag)];
    group.managerMoving = false;
    if (!hasQuorum(world, dag)) return;
    const std::string site = group.manager >= 0 ? serverAt(world, group.manager).spec.site : std::string();
    const auto target = std::find_if(group.members.begin(), group.members.end(), [&](int member) {
        return member != group.manager && mayManage(world, member, site);
    });
    if (target != group.members.end()) {
        group.manager = *target;
        return;
    }
    // No member is suitable. If the manager's node is down, the cluster still starts its core group on some node.
    if (group.manager >= 0 && nodeState(world, group.manager) != NodeState::Down) return;
    const auto any = std::find_if(group.members.begin(), group.members.end(),
                                  [&](int member) { return nodeState(world, member) != NodeState::Down; });
    group.manager = any == group.members.end() ? -1 : *any;
}

void takeDown(World& world, int index, Duration howLong)
{
    auto& server = world.servers[static_cast<std::size_t>(index)];
    if (!server.up) return;
    server.up = false;
    ++server.boots;
    server.transport.redirectTargets.clear();
    world.events.plan(world.now + 15s, {EventKind::FailOver, index});
    if (server.dag >= 0) world.events.plan(world.now + 10s, {EventKind::CheckManager, server.dag, 1});
    world.events.plan(world.now + howLong, {EventKind::ServerUp, index});
}

void bringUp(World& world, int index)
{
    auto& server = world.servers[static_cast<std::size_t>(index)];
    server.up = true;
    server.bootedAt = world.now;
    server.spec.servicingPending = server.spec.updatePending = false;
    server.spec.pendingFileRenames.clear();
    for (auto& service : server.services) {
        service.running = service.runsAfterBoot;
        service.started = world.now;
        service.processId = world.nextProcessId += 4;
    }
    if (world.serviceRuns(index, "MSExchangeTransport")) startTransport(world, index, world.now);
    for (auto& database : world.databases) {
        if (database.active == index && !database.move)
            database.mounted = database.spec.mounted && database.spec.mountAtStartup; // as the scenario begins
        for (auto& copy : database.copies)
            if (copy.server == index && database.active != index) copy.recovering = world.now + 40s;
    }
    if (server.dag >= 0) {
        world.events.plan(world.now + 1s, {EventKind::CheckManager, server.dag, 1});
        // Databases that could not fail over without quorum may be able to now.
        for (const int member : world.dags[static_cast<std::size_t>(server.dag)].members)
            if (!serverAt(world, member).up) world.events.plan(world.now + 15s, {EventKind::FailOver, member});
    }
    servicesFollowComponents(world, index);
}

} // namespace drydock::lab
