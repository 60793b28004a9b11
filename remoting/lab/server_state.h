// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The state of one server: activation settings, component states in both stores, services, queues and its cluster node.
#pragma once

#include "remoting/lab/ad_replicated_value.h"
#include "remoting/lab/scenario.h"

#include <map>
#include <optional>
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

using Registry = std::map<std::string, std::map<std::string, StampedState>>; // by component and requester
using Directory = std::map<std::string, std::map<std::string, AdReplicatedValue<std::optional<StampedState>>>>;

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
    int usual = 0;     // the normal number when mail flows
    Time emptySince{}; // an empty delivery queue is removed some time after this
};

struct Transport {
    ServiceState mode = ServiceState::Active; // the state that the running service has adopted, which may lag behind
                                              // the one that was set
    Time answersFrom{};                       // Get-Queue fails before this time
    Time loadedAt{};                          // Get-Queue returns nothing before this time
    std::vector<std::string> redirectTargets; // not empty while messages are being redirected
    std::vector<Queue> queues;
    bool ticking = false;
};

struct Server {
    ServerSpec spec;
    AdReplicatedValue<Policy> policy;
    AdReplicatedValue<bool> moveNow;
    Registry registry;
    Directory directory;
    std::vector<Service> services;
    Transport transport;
    NodeState node = NodeState::Up; // the state of the node if it is running; see nodeState()
    bool up = true;
    int boots = 0;
    Time bootedAt{};
    int dag = -1;
};

[[nodiscard]] const char* toString(ServiceState state) noexcept;
[[nodiscard]] const char* toString(Policy policy) noexcept;
[[nodiscard]] const char* toString(NodeState state) noexcept;
[[nodiscard]] std::optional<ServiceState> serviceStateFromText(std::string_view text) noexcept;
[[nodiscard]] std::optional<Policy> policyFromText(std::string_view text) noexcept;

} // namespace drydock::lab
