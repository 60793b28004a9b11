// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/plan_reboot.h"

#include "model/maintenance/messages.h"
#include "model/maintenance/step_factory.h"

namespace drydock::maintenance {

using namespace domain;

namespace {

Step restartStep(const PlanContext& context, const std::string& before, const RebootOptions& options)
{
    auto step = steps::newStep(StepKind::RestartComputer);
    step.title = sentence<"restart-computer">(context.name);
    step.why = sentence<"restart-computer-why">();
    // Force: the session of an administrator who is signed in there does not hold it back.
    step.commands = {Command{restartComputer, {{"Force", true}}, EndpointKind::Node, context.server}};
    step.preconditions = {
        RequesterStateIs{context.server, component::serverWideOffline, requester::maintenance, ServiceState::Inactive},
        SetupNotRunning{context.server}};
    if (context.inDag) {
        step.preconditions.emplace_back(NoActiveDatabases{context.server});
        step.preconditions.emplace_back(QuorumWithout{context.server});
    }
    step.verification = {Rebooted{context.server, before}};
    if (context.nodeRefused) return steps::onNode(context, std::move(step));
    if (!options.byOperator) return step;
    step.byHand = true;
    step.title = sentence<"await-restart">(context.name);
    step.why = sentence<"await-restart-why">();
    step.timeout = maxTimeout; // a person decides when
    step.noProgressAfter = step.timeout;
    step.preconditions.clear();
    return step;
}

Step startStep(const PlanContext& context)
{
    auto step = steps::newStep(StepKind::WaitForStart);
    step.title = sentence<"wait-for-start">(context.name);
    step.why = sentence<"wait-for-start-why">();
    for (const auto& service : context.now.services)
        if (service.running() && service.startType == "Automatic")
            step.verification.emplace_back(ServiceRunning{context.server, service.name});
    step.verification.emplace_back(SetupNotRunning{context.server});
    if (context.inDag && canPauseNode(context.now))
        step.verification.emplace_back(NodeIs{context.server, context.now.node.value});
    return step;
}

} // namespace

Needs needsOfReboot(const ServerName& server)
{
    Needs needs{{SnapshotSection::OperatingSystem, server}};
    for (const auto section :
         {SnapshotSection::Servers, SnapshotSection::Groups, SnapshotSection::Databases, SnapshotSection::Copies,
          SnapshotSection::Components, SnapshotSection::Queues, SnapshotSection::Nodes, SnapshotSection::Services})
        needs.insert({section, ServerName()});
    return needs;
}

Result<Plan> planReboot(const DagSnapshot& snapshot, const ServerName& name, const RebootOptions& options)
{
    const auto* server = snapshot.server(name);
    if (!server) return fail(ErrorKind::NotFound, "server " + name.text());
    if (!server->managed()) return fail(notManaged(*server));
    const auto now = readOriginalSettings(snapshot, name);
    auto context = planContextFor(snapshot, *server, now);
    context.now = now;
    const auto started = snapshot.bootedAt.find(name);
    if (started == snapshot.bootedAt.end() && !context.nodeRefused)
        return fail(ErrorKind::Precondition, "plan the restart of " + name.text(),
                    unread(snapshot, SnapshotSection::OperatingSystem, name).found.english());
    auto plan = emptyPlan(RunKind::Reboot, context);
    plan.steps.push_back(
        restartStep(context, started == snapshot.bootedAt.end() ? std::string() : toIso(started->second), options));
    if (!context.nodeRefused) plan.steps.push_back(startStep(context));
    return plan;
}

} // namespace drydock::maintenance
