// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Conditions on a member of the failover cluster.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition_result.h"

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

} // namespace drydock::maintenance
