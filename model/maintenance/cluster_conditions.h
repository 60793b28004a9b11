// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Conditions on a member of the failover cluster.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition_result.h"

#include <optional>

namespace drydock::maintenance {

// The cluster node is in `state`. The node's own answer is used if it was read; otherwise ServersInMaintenance and
// OperationalServers of the DAG are used.
struct NodeIs {
    static constexpr const char* id = "node";

    domain::ServerName server;
    domain::NodeState state{};

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("state", self.state);
    }
    bool operator==(const NodeIs&) const;
};

// The server is not the primary active manager of its DAG.
struct NotPrimaryActiveManager {
    static constexpr const char* id = "not-primary-active-manager";

    domain::ServerName server;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field) { field("server", self.server); }
    bool operator==(const NotPrimaryActiveManager&) const;
};

// The cluster keeps its quorum when the server goes down, or at least as many votes as the operator accepted. Met if
// the cluster does not answer: a node that is down is why the server needs the maintenance.
struct QuorumWithout {
    static constexpr const char* id = "quorum-without";

    domain::ServerName server;
    std::optional<int> accepted{}; // votes; empty: the majority is needed

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("accepted", self.accepted);
    }
    bool operator==(const QuorumWithout&) const;
};

} // namespace drydock::maintenance
