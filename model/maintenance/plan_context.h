// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The facts about a plan's server that its steps are made from.
#pragma once

#include "model/maintenance/plan.h"

namespace drydock::maintenance {

// `snapshot` must outlive the context.
struct PlanContext {
    const domain::DagSnapshot& snapshot;
    domain::ServerName server;
    std::string name; // as commands write it
    std::string fqdn;
    bool inDag = false;
    bool nodeRefused = false; // the account may not use the server's own endpoint
    std::vector<domain::ServerName> others;
    OriginalSettings original;
    OriginalSettings now{}; // the settings in `snapshot`, which may differ from `original`
};
[[nodiscard]] PlanContext planContextFor(const domain::DagSnapshot& snapshot, const domain::Server& server,
                                         OriginalSettings original);
// Returns whether the cluster node can be paused: it is Up, or Paused already. The plan leaves out the steps of a node
// that is down or cannot be read.
[[nodiscard]] bool canPauseNode(const OriginalSettings& now);
[[nodiscard]] bool hasComponent(const PlanContext& context, const std::string& component);
// Returns the error of a plan for a server that is not managed (Server::managed).
[[nodiscard]] domain::Error notManaged(const domain::Server& server);
// Returns a plan without steps.
[[nodiscard]] Plan emptyPlan(RunKind runKind, const PlanContext& context);

} // namespace drydock::maintenance
