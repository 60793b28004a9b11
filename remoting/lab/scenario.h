// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The state of an Exchange organisation at the start of the lab, read from a scenario file, checked and complete.
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

// How structs are serialized: as strings, or as objects with ToString and properties (serializationLevel in the URL).
// With Texts the entries of component states are strings as well, as a small depth leaves them (exchange.md 5.0).
enum class Serialization { Texts, Strings, Objects };

// Durations in virtual time. The defaults are those of exchange.md 4.
struct Timing {
    Duration analyzerInterval{120'000}; // how often MoveNow is checked
    Duration managerInterval{120'000};  // how often the primary active manager is checked
    Duration transportNotices{300'000}; // until a running transport adopts a component state
    Duration bootLoader{25'000};        // how long queues are empty or not returned after a transport start
    Duration directoryLatency{45'000};  // until other AD sites have a write
    Duration moveShortest{10'000};
    Duration moveLongest{30'000};
    Duration transportTick{5'000};
    Duration restart{90'000}; // how long a computer that is restarted is away
    Duration auditLogLag{0};  // until Search-AdminAuditLog finds a comment; minutes in a real organisation
};

struct UserSpec {
    std::string name;  // "LAB\admin"
    std::string role;  // OrganizationManagement, ServerManagement, ViewOnly
    bool nodes = true; // may use the endpoints of the servers themselves
};

struct Scenario {
    std::string name;
    std::string title;
    std::string domain;
    Time start{};
    Serialization serialization = Serialization::Strings;
    Generation generation = Generation::Exchange2019; // the newest of its servers
    Timing timing;
    int commandsPerShell = 0; // commands of a shell that were not ended by Signal; 0: finished ones do not count
    std::vector<UserSpec> users;
    std::vector<DagSpec> dags;
    std::vector<ServerSpec> servers;
    std::vector<DatabaseSpec> databases;
    std::vector<MoveRequestSpec> moveRequests;
    std::vector<Fault> faults;
};

// Returns the names of the built-in scenarios, `seed` first.
[[nodiscard]] std::vector<std::string> scenarioNames();
// Takes a built-in name or JSON text. Usage: the error names the place ("servers[1].site") and what is wrong there.
[[nodiscard]] Result<Scenario> loadScenario(std::string_view nameOrJson);
// Reads one fault in the form of a scenario's list. Errors as those of loadScenario().
[[nodiscard]] Result<Fault> readFault(std::string_view json, const Scenario& scenario);

} // namespace drydock::lab
