// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/plan_enter.h"

#include "model/domain/server_state.h"
#include "model/maintenance/enter_steps.h"
#include "model/maintenance/original_settings.h"
#include "model/maintenance/redirect_target.h"
#include "model/maintenance/step_factory.h"

namespace drydock::maintenance {

using namespace domain;

namespace {

Failure notRead(const DagSnapshot& snapshot, SnapshotSection section, const ServerName& server,
                const std::string& detail)
{
    std::shared_ptr<const Error> cause;
    for (const auto& failed : snapshot.errors)
        if (failed.section == section && (failed.server.empty() || failed.server == server))
            cause = std::make_shared<const Error>(failed.error);
    return Failure(Error{ErrorKind::Precondition, "plan the maintenance of " + server.text(), detail, 0, cause});
}

// A setting that was not read cannot be restored, so no plan is made without it.
Result<> settingsAreKnown(const PlanContext& context)
{
    const auto& snapshot = context.snapshot;
    for (const auto section : {SnapshotSection::Components, SnapshotSection::Services})
        if (!snapshot.covers(section, context.server) && !(section == SnapshotSection::Services && context.nodeRefused))
            return notRead(snapshot, section, context.server,
                           std::string("its ") + toString(section) +
                               " could not be read, so they could not be restored");
    for (const auto* name : {component::serverWideOffline, component::hubTransport, component::umCallRouter,
                             component::highAvailability}) {
        const auto* row = snapshot.component(context.server, name);
        const bool always = name != component::umCallRouter && name != component::highAvailability;
        if (row ? row->registry && row->activeDirectory : !always) continue;
        return notRead(snapshot, SnapshotSection::Components, context.server,
                       std::string("who holds ") + name + " down could not be read, so it could not be restored");
    }
    if (context.inDag && context.original.policy.text.empty())
        return notRead(snapshot, SnapshotSection::Servers, context.server, "its activation policy could not be read");
    const auto* server = snapshot.server(context.server);
    if (context.inDag && server && !server->moveNowRead)
        return notRead(snapshot, SnapshotSection::Servers, context.server, "whether MoveNow is set could not be read");
    return {};
}

} // namespace

Result<Plan> planEnter(const DagSnapshot& snapshot, const ServerName& name, const EnterOptions& options,
                       const std::optional<RecordedSettings>& earlier)
{
    const auto* server = snapshot.server(name);
    if (!server) return fail(ErrorKind::NotFound, "server " + name.text());
    if (!server->managed()) return fail(notManaged(*server));
    auto target = chooseRedirectTarget(snapshot, *server, options.redirectTarget);
    if (!target) return fail(target.error());
    auto context = planContextFor(snapshot, *server, readOriginalSettings(snapshot, name));
    if (const auto known = settingsAreKnown(context); !known) return fail(known.error());
    context.now = context.original;
    if (earlier && (earlier->unfinished || stateOf(snapshot, name) == ServerState::InMaintenance))
        context.original = inheritedSettings(context.now, earlier->settings);
    auto plan = emptyPlan(RunKind::Enter, context);
    if (!(context.original == context.now)) plan.inheritedFrom = earlier->runId;
    plan.redirectTarget = *target;
    auto& steps = plan.steps;
    steps.push_back(steps::recordSettings(context));
    if (context.inDag) steps.push_back(steps::blockActivation(context));
    steps.push_back(steps::drainTransport(context));
    if (hasComponent(context, component::umCallRouter)) steps.push_back(steps::drainUMCallRouter(context));
    if (options.restartTransport) steps.push_back(steps::restartTransportStep(context));
    if (context.inDag) {
        if (hasComponent(context, component::highAvailability)) steps.push_back(steps::highAvailabilityOff(context));
        if (canPauseNode(context.now)) steps.push_back(steps::pauseNodeStep(context));
        steps.push_back(steps::moveDatabases(context, options.moveComment));
    }
    if (!plan.redirectTarget.empty())
        steps.push_back(steps::redirectMessages(context, redirectTargets(snapshot, name, plan.redirectTarget)));
    else
        steps.push_back(steps::waitForQueues(context));
    steps.push_back(steps::serverWideOfflineOff(context));
    steps.push_back(steps::verifyInMaintenance(context, context.inDag));
    return plan;
}

} // namespace drydock::maintenance
