// The organisation's state at one moment of the virtual clock; the rules in the other files read and change it.
#pragma once

#include "remoting/lab/event_queue.h"
#include "remoting/lab/fault_box.h"
#include "remoting/lab/replicated.h"
#include "remoting/lab/scenario.h"

#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

enum class ServiceState { Inactive = 0, Active = 1, Draining = 2 }; // Microsoft.Exchange.Data.ServiceState
enum class Policy { Unrestricted = 0, IntrasiteOnly = 1, Blocked = 2 };
enum class NodeState { Up = 0, Down = 1, Paused = 2 };

struct StampedState {
    ServiceState state = ServiceState::Active;
    Time time{};
};

using Registry = std::map<std::string, std::map<std::string, StampedState>>; // component, requester
using Directory = std::map<std::string, std::map<std::string, Replicated<std::optional<StampedState>>>>;

struct Service {
    std::string name;
    std::string displayName;
    bool automatic = true;
    bool running = true;
    bool runsAfterBoot = true;
    Time started{};
    int processId = 0;
};

struct Queue {
    QueueSpec spec;
    int messages = 0;
    int usual = 0;     // what it returns to when mail flows
    Time emptySince{}; // an empty delivery queue vanishes after a while
};

struct Transport {
    ServiceState mode = ServiceState::Active; // what the running service goes by; not yet what was asked for
    Time answersFrom{};                       // Get-Queue fails before
    Time loadedAt{};                          // and returns nothing before
    std::vector<std::string> redirectTargets; // not empty: a redirect is running
    std::vector<Queue> queues;
    bool ticking = false;
};

struct Server {
    ServerSpec spec;
    Replicated<Policy> policy;
    Replicated<bool> moveNow;
    Registry registry;
    Directory directory;
    std::vector<Service> services;
    Transport transport;
    NodeState node = NodeState::Up; // as the node would be while it runs; see nodeState()
    bool up = true;
    int boots = 0;
    Time bootedAt{};
    int dag = -1;
};

struct Copy {
    CopySpec spec;
    int server = -1;
    bool suspended = false;
    bool activationSuspended = false;
    std::string suspendComment;
    Time recovering{}; // until then Initializing or Resynchronizing
    Time lastTransition{};
};

struct Move {
    int target = -1;
    Time start{};
    Time halfway{}; // dismounted here, mounting there
    Time finish{};
    bool failsToMount = false;
    bool stuck = false;
};

struct Database {
    DatabaseSpec spec;
    int active = -1; // server
    bool mounted = true;
    std::vector<Copy> copies;
    std::optional<Move> move;
    std::vector<Time> recentMoves; // move suppression: at most four an hour
    int dag = -1;                  // -1: one copy, on a server of its own
};

struct Dag {
    DagSpec spec;
    std::vector<int> members;
    int manager = -1; // the primary active manager
    bool managerMoving = false;
};

struct World {
    Scenario scenario;
    Time now{};
    std::mt19937_64 random;
    std::vector<Server> servers;
    std::vector<Database> databases;
    std::vector<Dag> dags;
    EventQueue events;
    FaultBox faults;
    std::vector<std::string> auditLog;
    int nextProcessId = 4100;

    [[nodiscard]] int findServer(std::string_view nameOrFqdn) const noexcept; // -1: none
    [[nodiscard]] int findDatabase(std::string_view name) const noexcept;
    [[nodiscard]] int findDag(std::string_view name) const noexcept;
    [[nodiscard]] std::string fqdn(int server) const;
    [[nodiscard]] Duration between(Duration shortest, Duration longest); // random
    [[nodiscard]] Service* findService(int server, std::string_view name) noexcept;
    [[nodiscard]] bool serviceRuns(int server, std::string_view name) const noexcept; // and its server is up
};

[[nodiscard]] World makeWorld(Scenario scenario, std::uint64_t seed, std::optional<Time> start);
// Lets the virtual clock run to `time`, event by event.
void runUntil(World& world, Time time);

[[nodiscard]] const char* toString(ServiceState state) noexcept;
[[nodiscard]] const char* toString(Policy policy) noexcept;
[[nodiscard]] const char* toString(NodeState state) noexcept;
[[nodiscard]] std::optional<ServiceState> serviceStateFromText(std::string_view text) noexcept;
[[nodiscard]] std::optional<Policy> policyFromText(std::string_view text) noexcept;

} // namespace drydock::lab
