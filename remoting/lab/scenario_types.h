// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The parts of a scenario: servers, databases and DAGs at the start of the lab. Ages are counted back from there.
#pragma once

#include "model/domain/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

using domain::Duration;
using domain::Time;

// Exchange 2010 is only listed: no cmdlet of the lab reads or changes it.
enum class Generation { Exchange2010, Exchange2013, Exchange2016, Exchange2019 };

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
    bool recovers = false; // Retry: the failure at the other end is over when transport starts again
};

struct ServerSpec {
    std::string name;
    std::string site;
    std::string version; // "15.2.1118.7"
    Generation generation = Generation::Exchange2019;
    bool edge = false;
    Duration clockOffset{}; // how far the server's clock is ahead of the lab's
    std::string edition = "Enterprise";
    std::string policy = "Unrestricted";
    bool moveNow = false;
    std::string node = "Up"; // Up, Paused, Down
    std::optional<int> maximumActiveDatabases;
    std::optional<int> maximumPreferredActiveDatabases;
    bool setupRunning = false;
    bool servicingPending = false; // a restart is pending, until the server has been restarted
    bool updatePending = false;    // likewise
    std::vector<std::string> pendingFileRenames;
    int clientConnections = 12; // while its OwaProxy serves
    std::vector<ComponentEntrySpec> components;
    std::vector<QueueSpec> queues;
    std::map<std::string, bool> services; // by name: whether it is running, if that is not the default
};

struct CopySpec {
    std::string server;
    int preference = 1;
    std::string status = "Healthy"; // only for passive copies
    std::int64_t copyQueue = 0;     // above 10^15: the active copy's server does not publish its last log
    std::int64_t replayQueue = 0;
    Duration replayLag{};
    std::string contentIndex; // empty: the default of the generation
    Duration lastInspectedAge{60'000};
    bool activationSuspended = false;
    std::string suspendComment;
    std::string errorMessage;
    int diskFreePercent = 62;
};

struct DatabaseSpec {
    std::string name;
    std::string active; // the server of its active copy
    bool mounted = true;
    bool mountAtStartup = true;
    bool recovery = false;
    std::int64_t sizeBytes = 5'368'709'120;
    bool backupInProgress = false;
    bool excludeFromMonitoring = false;
    int recentMoves = 0; // by an administrator, within the last half hour
    std::vector<CopySpec> copies;
};

struct MoveRequestSpec {
    std::string mailbox;
    std::string source; // empty: in another organisation
    std::string target; // likewise
    std::string status = "InProgress";
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

} // namespace drydock::lab
