// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/plan_context.h"

#include "model/domain/messages.h"
#include "model/maintenance/condition_result.h"

namespace drydock::maintenance {

using namespace domain;

namespace {

std::vector<DatabaseName> singleCopies(const DagSnapshot& snapshot, const ServerName& server)
{
    std::vector<DatabaseName> names;
    for (const auto& database : snapshot.databases)
        if (database.singleCopy() && !database.recovery && !database.dismountedOnPurpose() &&
            snapshot.hasCopy(database, server))
            names.push_back(database.name);
    return names;
}

} // namespace

PlanContext planContextFor(const DagSnapshot& snapshot, const Server& server, OriginalSettings original)
{
    PlanContext context{snapshot, server.name, server.name.text(),  server.fqdn, false,
                        false,    {},          std::move(original), {}};
    context.nodeRefused = isRefused(snapshot, SnapshotSection::Services, server.name);
    context.inDag = !server.dag.empty() || snapshot.groupOf(server.name) != nullptr;
    for (const auto* other : snapshot.otherMembers(server.name))
        context.others.push_back(other->name);
    return context;
}

bool canPauseNode(const OriginalSettings& now) { return now.node == NodeState::Up || now.node == NodeState::Paused; }

bool hasComponent(const PlanContext& context, const std::string& component)
{
    return context.snapshot.component(context.server, component) != nullptr;
}

Error notManaged(const Server& server)
{
    return {ErrorKind::Precondition, "plan the maintenance of " + server.name.text(),
            domain::sentence<"not-managed-here">(server.version.productName()).english(), 0, nullptr};
}

Plan emptyPlan(RunKind runKind, const PlanContext& context)
{
    Plan plan;
    plan.runKind = runKind;
    plan.server = context.server;
    plan.serverFqdn = context.fqdn;
    if (const auto* server = context.snapshot.server(context.server)) plan.group = server->dag.text();
    plan.original = context.original;
    plan.singleCopyDatabases = singleCopies(context.snapshot, context.server);
    return plan;
}

} // namespace drydock::maintenance
