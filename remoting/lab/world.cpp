// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/world.h"

#include "model/domain/enum_names.h"
#include "model/domain/names.h"
#include "remoting/lab/active_manager.h"
#include "remoting/lab/cluster.h"
#include "remoting/lab/component_states.h"
#include "remoting/lab/transport.h"

#include <algorithm>
#include <array>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using domain::equalsIgnoringCase;

constexpr domain::EnumName<ServiceState> serviceStateNames[] = {
    {ServiceState::Inactive, "Inactive"}, {ServiceState::Active, "Active"}, {ServiceState::Draining, "Draining"}};
constexpr domain::EnumName<Policy> policyNames[] = {
    {Policy::Unrestricted, "Unrestricted"}, {Policy::IntrasiteOnly, "IntrasiteOnly"}, {Policy::Blocked, "Blocked"}};
constexpr domain::EnumName<NodeState> nodeStateNames[] = {
    {NodeState::Up, "Up"}, {NodeState::Down, "Down"}, {NodeState::Paused, "Paused"}};

struct ServiceSpec {
    const char* name;
    const char* displayName;
    bool automatic = true;
    bool inDagOnly = false;
};

constexpr std::array serviceSpecs{
    ServiceSpec{"ClusSvc", "Cluster Service", true, true},
    ServiceSpec{"IISAdmin", "IIS Admin Service"},
    ServiceSpec{"MSExchangeADTopology", "Microsoft Exchange Active Directory Topology"},
    ServiceSpec{"MSExchangeDelivery", "Microsoft Exchange Mailbox Transport Delivery"},
    ServiceSpec{"MSExchangeFrontEndTransport", "Microsoft Exchange Frontend Transport"},
    ServiceSpec{"MSExchangeHM", "Microsoft Exchange Health Manager"},
    ServiceSpec{"MSExchangeImap4", "Microsoft Exchange IMAP4", false},
    ServiceSpec{"MSExchangeIMAP4BE", "Microsoft Exchange IMAP4 Backend", false},
    ServiceSpec{"MSExchangeIS", "Microsoft Exchange Information Store"},
    ServiceSpec{"MSExchangeMailboxAssistants", "Microsoft Exchange Mailbox Assistants"},
    ServiceSpec{"MSExchangePop3", "Microsoft Exchange POP3", false},
    ServiceSpec{"MSExchangePOP3BE", "Microsoft Exchange POP3 Backend", false},
    ServiceSpec{"MSExchangeRepl", "Microsoft Exchange Replication"},
    ServiceSpec{"MSExchangeRPC", "Microsoft Exchange RPC Client Access"},
    ServiceSpec{"MSExchangeServiceHost", "Microsoft Exchange Service Host"},
    ServiceSpec{"MSExchangeSubmission", "Microsoft Exchange Mailbox Transport Submission"},
    ServiceSpec{"MSExchangeThrottling", "Microsoft Exchange Throttling"},
    ServiceSpec{"MSExchangeTransport", "Microsoft Exchange Transport"},
    ServiceSpec{"MSExchangeTransportLogSearch", "Microsoft Exchange Transport Log Search"},
    ServiceSpec{"W3Svc", "World Wide Web Publishing Service"},
    ServiceSpec{"WinRM", "Windows Remote Management (WS-Management)"},
};

void addServices(World& world, Server& server)
{
    for (const auto& spec : serviceSpecs) {
        if (spec.inDagOnly && server.dag < 0) continue;
        const auto given = server.spec.services.find(spec.name);
        const bool runs = given == server.spec.services.end() ? spec.automatic : given->second;
        const bool automatic = spec.automatic || runs;
        server.services.push_back(
            {spec.name, spec.displayName, automatic, runs, runs, world.now - 9 * 24h, world.nextProcessId += 4});
    }
}

void addComponentEntries(World& world, Server& server)
{
    auto entries = server.spec.components;
    // The entries that setup creates on every server (capture of a 2019 server).
    for (const char* component : {"ServerWideOffline", "Monitoring", "RecoveryActionsEnabled"})
        entries.insert(entries.begin(), {component, "Functional", "Active", true, true, 240 * 24h});
    for (const auto& entry : entries) {
        const auto state = serviceStateFromText(entry.state).value_or(ServiceState::Active);
        const StampedState stamped{state, world.now - entry.age};
        if (entry.directory)
            server.directory[entry.component][entry.requester] = AdReplicatedValue(std::optional(stamped));
        if (entry.registry) server.registry[entry.component][entry.requester] = stamped;
    }
}

Server makeServer(World& world, const ServerSpec& spec)
{
    Server server;
    server.spec = spec;
    server.policy = AdReplicatedValue(policyFromText(spec.policy).value_or(Policy::Unrestricted));
    server.moveNow = AdReplicatedValue(spec.moveNow);
    server.node = spec.node == "Paused" ? NodeState::Paused : NodeState::Up;
    server.bootedAt = world.now - 9 * 24h;
    for (std::size_t i = 0; i < world.dags.size(); ++i)
        for (const auto& member : world.dags[i].spec.members)
            if (equalsIgnoringCase(member, spec.name)) server.dag = static_cast<int>(i);
    addServices(world, server);
    if (spec.node == "Down")
        for (auto& service : server.services)
            if (service.name == "ClusSvc") service.running = service.runsAfterBoot = false;
    addComponentEntries(world, server);
    for (const auto& queue : spec.queues)
        server.transport.queues.push_back({queue, queue.messages, queue.messages, {}});
    return server;
}

Database makeDatabase(const World& world, const DatabaseSpec& spec)
{
    Database database;
    database.spec = spec;
    database.active = world.findServer(spec.active);
    database.mounted = spec.mounted;
    for (const auto& copySpec : spec.copies) {
        Copy copy;
        copy.spec = copySpec;
        copy.server = world.findServer(copySpec.server);
        copy.suspended = copySpec.status == "Suspended" || copySpec.status == "FailedAndSuspended";
        copy.activationSuspended = copySpec.activationSuspended || copy.suspended;
        copy.suspendComment = copySpec.suspendComment;
        copy.lastTransition = world.now - 48h;
        if (copySpec.status == "Suspended") copy.spec.status = "Healthy"; // its status once it is resumed
        database.copies.push_back(std::move(copy));
    }
    if (database.active >= 0 && !spec.recovery)
        database.dag = world.servers[static_cast<std::size_t>(database.active)].dag;
    return database;
}

// Each database was moved every five minutes, the last time five minutes ago.
void addRecentMoves(World& world)
{
    for (auto& database : world.databases)
        for (int left = database.spec.recentMoves; left > 0; --left) {
            const auto at = world.now - left * 5min;
            database.recentMoves.push_back(at);
            world.auditLog.push_back({at, world.scenario.users.front().name, database.active,
                                      "Move-ActiveMailboxDatabase", "Identity", database.spec.name});
        }
}

void planFirstEvents(World& world)
{
    const auto& timing = world.scenario.timing;
    for (std::size_t i = 0; i < world.dags.size(); ++i) {
        const int dag = static_cast<int>(i);
        world.events.plan(world.now + timing.analyzerInterval / 2, {EventKind::AnalyzeMoveNow, dag});
        world.events.plan(world.now + timing.managerInterval, {EventKind::CheckManager, dag});
        if (const auto& frequency = world.dags[i].spec.preferenceMoveFrequency)
            world.events.plan(world.now + *frequency, {EventKind::PreferredOwners, dag});
    }
    for (std::size_t i = 0; i < world.servers.size(); ++i) {
        auto& server = world.servers[i];
        if (!isManaged(server)) continue;
        server.transport.mode = effectiveState(world, server, "HubTransport", server.spec.site);
        wakeTransport(world, static_cast<int>(i));
    }
    for (const auto& fault : world.scenario.faults)
        if (fault.kind == FaultKind::Reboot)
            world.events.plan(world.now + fault.at,
                              {EventKind::ServerDown, world.findServer(fault.server), fault.delay.count()});
        else
            world.faults.add(fault);
}

void handlePeriodic(World& world, const Event& event)
{
    const auto& timing = world.scenario.timing;
    switch (event.kind) {
    case EventKind::AnalyzeMoveNow:
        analyzeMoveNow(world, event.subject);
        world.events.plan(world.now + timing.analyzerInterval, event);
        break;
    case EventKind::CheckManager:
        checkManager(world, event.subject);
        if (event.detail == 0) world.events.plan(world.now + timing.managerInterval, event); // 1: an additional check
        break;
    case EventKind::PreferredOwners:
        returnToPreferredOwners(world, event.subject);
        world.events.plan(world.now + *world.dags[static_cast<std::size_t>(event.subject)].spec.preferenceMoveFrequency,
                          event);
        break;
    default:
        break;
    }
}

void handle(World& world, const Event& event)
{
    if (event.subject < 0) return;
    switch (event.kind) {
    case EventKind::AnalyzeMoveNow:
    case EventKind::CheckManager:
    case EventKind::PreferredOwners:
        handlePeriodic(world, event);
        break;
    case EventKind::MoveManager:
        moveManager(world, event.subject);
        break;
    case EventKind::FinishMove:
        continueMove(world, event.subject);
        break;
    case EventKind::TransportTick:
        tickTransport(world, event.subject);
        break;
    case EventKind::TransportNotices:
        adoptComponentState(world, event.subject);
        break;
    case EventKind::ServicesFollow:
        servicesFollowComponents(world, event.subject);
        break;
    case EventKind::ServerDown:
        takeDown(world, event.subject, Duration(event.detail));
        break;
    case EventKind::ServerUp:
        bringUp(world, event.subject);
        break;
    case EventKind::FailOver:
        failOver(world, event.subject);
        break;
    }
}

} // namespace

bool isKnownService(std::string_view name) noexcept
{
    return std::any_of(serviceSpecs.begin(), serviceSpecs.end(),
                       [&](const ServiceSpec& spec) { return name == spec.name; });
}

World makeWorld(Scenario scenario, std::uint64_t seed, std::optional<Time> start)
{
    World world;
    world.scenario = std::move(scenario);
    if (start) world.scenario.start = *start; // ages are counted back from it
    world.now = world.scenario.start;
    world.random.seed(seed);
    for (const auto& spec : world.scenario.dags)
        world.dags.push_back({spec, {}, -1, false});
    for (const auto& spec : world.scenario.servers)
        world.servers.push_back(makeServer(world, spec));
    for (auto& dag : world.dags) {
        for (const auto& member : dag.spec.members)
            dag.members.push_back(world.findServer(member));
        dag.manager = world.findServer(dag.spec.primaryActiveManager);
    }
    for (const auto& spec : world.scenario.databases)
        world.databases.push_back(makeDatabase(world, spec));
    addRecentMoves(world);
    planFirstEvents(world);
    return world;
}

void runUntil(World& world, Time time)
{
    while (const auto due = world.events.next(time)) {
        world.now = std::max(world.now, due->first);
        handle(world, due->second);
    }
    world.now = std::max(world.now, time);
}

int World::findServer(std::string_view nameOrFqdn) const noexcept
{
    const auto wanted = domain::shortHostName(nameOrFqdn);
    if (wanted.empty()) return -1;
    for (std::size_t i = 0; i < servers.size(); ++i)
        if (equalsIgnoringCase(servers[i].spec.name, wanted)) return static_cast<int>(i);
    return -1;
}

int World::findDatabase(std::string_view name) const noexcept
{
    for (std::size_t i = 0; i < databases.size(); ++i)
        if (equalsIgnoringCase(databases[i].spec.name, name)) return static_cast<int>(i);
    return -1;
}

int World::findDag(std::string_view name) const noexcept
{
    for (std::size_t i = 0; i < dags.size(); ++i)
        if (equalsIgnoringCase(dags[i].spec.name, name)) return static_cast<int>(i);
    return -1;
}

std::vector<std::string> World::sites() const
{
    std::vector<std::string> found;
    for (const auto& server : servers)
        if (std::ranges::find(found, server.spec.site) == found.end()) found.push_back(server.spec.site);
    return found;
}

std::string World::domainControllerOf(std::string_view site) const
{
    const auto all = sites();
    return "DC" + std::to_string(std::ranges::find(all, site) - all.begin() + 1) + "." + scenario.domain;
}

std::string World::fqdn(int server) const
{
    return servers[static_cast<std::size_t>(server)].spec.name + "." + scenario.domain;
}

Time World::clockOf(int server) const { return now + servers[static_cast<std::size_t>(server)].spec.clockOffset; }

Duration World::between(Duration shortest, Duration longest)
{
    const auto span = static_cast<std::uint64_t>(std::max<long long>(1, (longest - shortest).count()));
    return shortest + Duration(static_cast<long long>(random() % span));
}

Service* World::findService(int server, std::string_view name) noexcept
{
    for (auto& service : servers[static_cast<std::size_t>(server)].services)
        if (equalsIgnoringCase(service.name, name)) return &service;
    return nullptr;
}

bool World::serviceRuns(int server, std::string_view name) const noexcept
{
    if (server < 0) return false;
    const auto& holder = servers[static_cast<std::size_t>(server)];
    if (!holder.up) return false;
    return std::any_of(holder.services.begin(), holder.services.end(),
                       [&](const Service& service) { return service.running && service.name == name; });
}

const char* toString(ServiceState state) noexcept { return domain::nameOf(serviceStateNames, state); }
const char* toString(Policy policy) noexcept { return domain::nameOf(policyNames, policy); }
const char* toString(NodeState state) noexcept { return domain::nameOf(nodeStateNames, state); }

std::optional<ServiceState> serviceStateFromText(std::string_view text) noexcept
{
    return domain::valueOfIgnoringCase(serviceStateNames, text);
}

std::optional<Policy> policyFromText(std::string_view text) noexcept
{
    return domain::valueOfIgnoringCase(policyNames, text);
}

} // namespace drydock::lab
