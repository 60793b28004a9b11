// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/reinstate_steps.h"

#include "model/maintenance/messages.h"
#include "model/maintenance/step_factory.h"

#include <algorithm>

namespace drydock::maintenance::steps {

using namespace domain;

namespace {

// Returns whether the server is in service only with this service. Mail access and further services do not count: an
// earlier step waits for them and warns, and the rest of the server works without them.
bool mustRun(const Service& service)
{
    return service.running() && service::isRestarted(service.name) &&
           std::none_of(service::mailAccess.begin(), service::mailAccess.end(),
                        [&](const char* name) { return equalsIgnoringCase(service.name, name); });
}

// Returns whether the component was Active before the maintenance. Only such components must be Active afterwards.
bool served(const PlanContext& context, const char* name)
{
    for (const auto& row : context.original.components)
        if (equalsIgnoringCase(row.component, name)) return row.state.value == ServiceState::Active;
    return true;
}

} // namespace

Step componentBack(const PlanContext& context, StepKind kind, const char* component)
{
    // The state is the same before and after, so there is no undo. Taking the server down again needs a new maintenance
    // with its checks.
    const auto saved = savedState(context.original, component);
    auto step = componentStep(context, kind, component, saved, saved);
    step.why = saved == ServiceState::Active ? sentence<"component-serves-again">(component)
                                             : sentence<"component-was-not-active">(component);
    return step;
}

Step resumeNodeStep(const PlanContext& context)
{
    auto step = newStep(StepKind::ResumeNode);
    step.title = sentence<"resume-node">(context.name);
    step.why = sentence<"resume-node-why">();
    step.commands = {resumeNode(context)};
    step.verification = {NodeIs{context.server, NodeState::Up}};
    return onNode(context, std::move(step));
}

Step restoreMoveNow(const PlanContext& context)
{
    const bool target = context.original.activationDisabledAndMoveNow;
    auto step = newStep(StepKind::RestoreMoveNow);
    step.title = sentence<"restore-move-now">(context.name);
    step.why = target ? sentence<"move-now-stays-set">() : sentence<"move-now-is-cleared">();
    step.commands = {setMoveNow(context, target)};
    step.verification = {MoveNowIs{context.server, target}};
    return step;
}

Step restorePolicy(const PlanContext& context, bool saved)
{
    const auto& target = context.original.policy;
    auto step = newStep(StepKind::RestorePolicy);
    step.title = sentence<"restore-policy">(context.name);
    step.why = saved ? sentence<"policy-was">(target.text) : sentence<"policy-was-not-recorded">(target.text);
    step.commands = {setPolicy(context, target.text)};
    step.verification = {PolicyIs{context.server, target}};
    return step;
}

Step clearFunctional(const PlanContext& context, const std::vector<std::string>& components)
{
    auto step = newStep(StepKind::ClearFunctional);
    step.title = sentence<"clear-functional">(context.name);
    step.why = sentence<"clear-functional-why">();
    for (const auto& component : components) {
        step.commands.push_back(setComponent(context, component, ServiceState::Active, requester::functional));
        step.verification.push_back(
            RequesterStateIs{context.server, component, requester::functional, ServiceState::Active});
    }
    return step;
}

Step startServices(const PlanContext& context, const std::vector<std::string>& services)
{
    auto step = newStep(StepKind::StartServices);
    step.title = sentence<"start-services">(context.name);
    step.why = sentence<"start-services-why">();
    for (const auto& service : services) {
        step.commands.push_back(startService(context, service));
        step.verification.push_back(ServiceRunning{context.server, service});
    }
    step.preconditions = {SetupNotRunning{context.server}};
    step.onTimeout = OnTimeout::Warn;
    step.goOnWithout = step.verification;
    step.goOnWithoutMeaning = sentence<"without-services">();
    return onNode(context, std::move(step));
}

Step waitForCopies(const PlanContext& context)
{
    auto step = newStep(StepKind::WaitForCopies);
    step.title = sentence<"wait-for-copies">(context.name);
    step.why = sentence<"wait-for-copies-why">();
    step.verification = {CopiesHealthy{context.server, context.original.unhealthyCopies}};
    step.onTimeout = OnTimeout::Warn;
    step.goOnWithout = step.verification;
    step.goOnWithoutMeaning = sentence<"without-copies-healthy">();
    return step;
}

Step verifyInService(const PlanContext& context)
{
    auto step = newStep(StepKind::VerifyInService);
    step.title = wasServing(context.original) ? sentence<"verify-in-service">(context.name)
                                              : sentence<"verify-as-it-was">(context.name);
    step.why = sentence<"verify-why">();
    for (const auto* name : {component::serverWideOffline, component::hubTransport, component::highAvailability,
                             component::umCallRouter}) {
        if (!hasComponent(context, name)) continue;
        step.verification.push_back(
            RequesterStateIs{context.server, name, requester::maintenance, savedState(context.original, name)});
        if (served(context, name)) step.verification.push_back(ComponentIs{context.server, name, ServiceState::Active});
    }
    // Without these components the server's failures are not reported (exchange.md 2, row 13).
    for (const auto* name : {component::monitoring, component::recoveryActionsEnabled})
        if (hasComponent(context, name) && served(context, name))
            step.verification.push_back(ComponentIs{context.server, name, ServiceState::Active});
    if (!context.nodeRefused) {
        step.verification.push_back(ServiceRunning{context.server, service::transport});
        for (const auto& was : context.original.services)
            if (mustRun(was) && !equalsIgnoringCase(was.name, service::transport))
                step.verification.push_back(ServiceRunning{context.server, was.name});
    }
    if (context.inDag) {
        step.verification.push_back(PolicyIs{context.server, context.original.policy});
        step.verification.push_back(MoveNowIs{context.server, context.original.activationDisabledAndMoveNow});
        if (context.original.node.value != NodeState::Paused)
            step.verification.push_back(NodeIs{context.server, NodeState::Up});
    }
    return step;
}

Step checkComponents(const PlanContext& context)
{
    std::vector<std::string> downBefore;
    for (const auto& row : context.original.components)
        if (row.state.value != ServiceState::Active) downBefore.push_back(row.component);
    auto step = newStep(StepKind::CheckComponents);
    step.title = sentence<"check-components">(context.name);
    step.why = sentence<"check-components-why">();
    step.verification = {ComponentsServe{context.server, std::move(downBefore)}};
    step.onTimeout = OnTimeout::Warn;
    step.goOnWithout = step.verification;
    step.goOnWithoutMeaning = sentence<"without-components">();
    return step;
}

} // namespace drydock::maintenance::steps
