// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The state of the organisation at one time of the virtual clock, which the rules in the other files read and change.
#pragma once

#include "remoting/lab/event_queue.h"
#include "remoting/lab/fault_injector.h"
#include "remoting/lab/scenario.h"
#include "remoting/lab/server_state.h"

#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

struct Copy {
    CopySpec spec;
    int server = -1;
    bool suspended = false;
    bool activationSuspended = false;
    std::string suspendComment;
    Time recovering{}; // Initializing or Resynchronizing until then
    Time lastTransition{};
};

struct Move {
    int target = -1;
    Time start{};
    Time halfway{}; // dismounted on the source, mounting on the target
    Time finish{};
    bool failsToMount = false;
    bool stuck = false;
    bool wasMounted = true;
};

struct Database {
    DatabaseSpec spec;
    int active = -1; // index of the server
    bool mounted = true;
    std::vector<Copy> copies;
    std::optional<Move> move;
    std::vector<Time> recentMoves; // for move suppression: at most four in an hour
    int dag = -1;                  // -1: one copy, outside a DAG
};

struct Dag {
    DagSpec spec;
    std::vector<int> members;
    int manager = -1; // the primary active manager's server; -1: none
    bool managerMoving = false;
};

// A comment of Write-AdminAuditLog, or a move of databases.
struct AuditEntry {
    Time at{};
    std::string user;
    int host = -1; // the server that ran the cmdlet
    std::string cmdlet;
    std::string parameter; // Comment, Identity or Server
    std::string value;
};

struct World {
    Scenario scenario;
    Time now{};
    std::mt19937_64 random;
    std::vector<Server> servers;
    std::vector<Database> databases;
    std::vector<Dag> dags;
    EventQueue events;
    FaultInjector faults;
    std::vector<AuditEntry> auditLog;
    int nextProcessId = 4100;

    // These return an index, or -1 if there is none.
    [[nodiscard]] int findServer(std::string_view nameOrFqdn) const noexcept;
    [[nodiscard]] int findDatabase(std::string_view name) const noexcept;
    [[nodiscard]] int findDag(std::string_view name) const noexcept;
    [[nodiscard]] std::string fqdn(int server) const;
    // Returns the AD sites in the order of their servers. Each has one domain controller.
    [[nodiscard]] std::vector<std::string> sites() const;
    // Returns "DC1.lab.example" for the first of these sites.
    [[nodiscard]] std::string domainControllerOf(std::string_view site) const;
    // Returns the time on the server's clock.
    [[nodiscard]] Time clockOf(int server) const;
    // Returns a random duration in that range.
    [[nodiscard]] Duration between(Duration shortest, Duration longest);
    [[nodiscard]] Service* findService(int server, std::string_view name) noexcept;
    // Returns whether the service and its server are running.
    [[nodiscard]] bool serviceRuns(int server, std::string_view name) const noexcept;
};

[[nodiscard]] inline const Server& serverAt(const World& world, int index)
{
    return world.servers[static_cast<std::size_t>(index)];
}
[[nodiscard]] inline Server& serverAt(World& world, int index)
{
    return world.servers[static_cast<std::size_t>(index)];
}
// Returns whether the cmdlets of the lab read and change the server: it is neither Exchange 2010 nor Edge.
[[nodiscard]] inline bool isManaged(const Server& server)
{
    return !server.spec.edge && server.spec.generation != Generation::Exchange2010;
}
[[nodiscard]] World makeWorld(Scenario scenario, std::uint64_t seed, std::optional<Time> start);
[[nodiscard]] bool isKnownService(std::string_view name) noexcept;
// Advances the virtual clock to `time`, and handles each event that is due.
void runUntil(World& world, Time time);

} // namespace drydock::lab
