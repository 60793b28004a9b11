// An Exchange organisation as it stands when the lab begins: what a scenario file says, checked and complete.
#pragma once

#include "model/domain/result.h"
#include "remoting/lab/fault.h"
#include "remoting/lab/scenario_types.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

using domain::Result;

// How structs travel: as plain strings, or as objects with ToString and properties (serializationLevel in the URL).
enum class Serialization { Strings, Objects };
enum class Generation { Exchange2013, Exchange2016, Exchange2019 };

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
