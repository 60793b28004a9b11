// An Exchange organisation as it stands when the lab begins: what a scenario file says, checked and complete.
#pragma once

#include "model/domain/result.h"
#include "model/domain/time.h"
#include "remoting/lab/fault.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

using domain::Duration;
using domain::Result;
using domain::Time;

// How structs travel: as plain strings, or as objects with ToString and properties (serializationLevel in the URL).
enum class Serialization { Strings, Objects };
enum class Generation { Exchange2013, Exchange2016, Exchange2019 };

struct ComponentEntrySpec {
    std::string component;
    std::string requester;
    std::string state; // Active, Inactive, Draining
    bool registry = true;
    bool directory = true;
    Duration age{};
};

struct QueueSpec {
    std::string id; // Submission, Poison, Unreachable, "12", "Shadow\\3"
    std::string deliveryType;
    std::string nextHopDomain;
    std::string status = "Ready";
    int messages = 0;
    std::string lastError;
};

struct ServerSpec {
    std::string name;
    std::string site;
    std::string version; // "15.2.1118.7"
    std::string edition = "Enterprise";
    std::string policy = "Unrestricted";
    bool moveNow = false;
    std::string node = "Up"; // Up, Paused, Down
    std::optional<int> maximumActiveDatabases;
    bool setupRunning = false;
    std::vector<ComponentEntrySpec> components;
    std::vector<QueueSpec> queues;
    std::map<std::string, bool> services; // name -> running, where it differs from the default
};

struct CopySpec {
    std::string server;
    int preference = 1;
    std::string status = "Healthy"; // of a passive copy
    std::int64_t copyQueue = 0;
    std::int64_t replayQueue = 0;
    Duration replayLag{};
    std::string contentIndex; // empty: the generation's default
    Duration lastInspectedAge{60'000};
    bool activationSuspended = false;
    std::string suspendComment;
    std::string errorMessage;
    int diskFreePercent = 62;
};

struct DatabaseSpec {
    std::string name;
    std::string active; // the server its active copy is on
    bool mounted = true;
    std::int64_t sizeBytes = 5'368'709'120;
    bool backupInProgress = false;
    bool excludeFromMonitoring = false;
    std::vector<CopySpec> copies;
};

struct DagSpec {
    std::string name;
    std::vector<std::string> members;
    std::string witnessServer;
    std::string witnessShareInUse = "Primary";
    std::string primaryActiveManager;
    std::string datacenterActivationMode = "Off";
    std::vector<std::string> stoppedServers;
    std::optional<Duration> preferenceMoveFrequency;
};

// Virtual times; the defaults are those of exchange.md 4.
struct Timing {
    Duration analyzerInterval{120'000}; // MoveNow is looked at this often
    Duration managerInterval{120'000};  // a disabled primary active manager is noticed this often
    Duration transportNotices{300'000}; // a component state reaches a transport that was not restarted
    Duration bootLoader{25'000};        // queues empty or unanswered after a transport start
    Duration directoryLatency{45'000};  // other AD sites see a write this much later
    Duration moveShortest{10'000};
    Duration moveLongest{30'000};
    Duration transportTick{5'000};
};

struct UserSpec {
    std::string name; // "LAB\admin"
    std::string role; // OrganizationManagement, ServerManagement, ViewOnly
};

struct Scenario {
    std::string name;
    std::string title;
    std::string domain;
    Time start{};
    Serialization serialization = Serialization::Strings;
    Generation generation = Generation::Exchange2019;
    Timing timing;
    std::vector<UserSpec> users;
    std::vector<DagSpec> dags;
    std::vector<ServerSpec> servers;
    std::vector<DatabaseSpec> databases;
    std::vector<Fault> faults;
};

// The built-in ones, by name; `seed` first.
[[nodiscard]] std::vector<std::string> scenarioNames();
// A built-in name, or JSON text. Usage with the place ("servers[1].site") and what is wrong there.
[[nodiscard]] Result<Scenario> loadScenario(std::string_view nameOrJson);
// A full DAG: every database has `copies` copies, spread evenly.
[[nodiscard]] Scenario generateScenario(int members, int databases, int copies, int dags = 1);

} // namespace drydock::lab
