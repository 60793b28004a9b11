#include "model/maintenance/reinstate_steps.h"

#include "model/maintenance/step_factory.h"

#include <algorithm>

namespace drydock::maintenance::steps {

using namespace domain;

namespace {

// Mail access was waited for and, where it does not start, warned of; the rest of the server serves without it.
bool mustRun(const Service& service)
{
    return service.running() && std::none_of(service::mailAccess.begin(), service::mailAccess.end(),
                                             [&](const char* name) { return equalsIgnoringCase(service.name, name); });
}

// Whether the component served before the maintenance; what did not, for whatever reason, is not demanded now.
bool served(const PlanContext& context, const char* name)
{
    for (const auto& row : context.original.components)
        if (equalsIgnoringCase(row.component, name)) return row.state.value == ServiceState::Active;
    return true;
}

} // namespace

Step componentBack(const PlanContext& context, StepKind kind, const char* component)
{
    // Nothing to undo: what would take the server down again is a maintenance of its own, with its checks.
    const auto saved = savedState(context.original, component);
    auto step = componentStep(context, kind, component, saved, saved);
    step.why =
        saved == ServiceState::Active
            ? LocalizableText{DRYDOCK_TEXT("model", "%1 serves again."), {component}}
            : LocalizableText{DRYDOCK_TEXT("model", "%1 was not Active before the maintenance: that is restored."),
                              {component}};
    return step;
}

Step resumeNodeStep(const PlanContext& context)
{
    auto step = newStep(StepKind::ResumeNode);
    step.title = {DRYDOCK_TEXT("model", "Resume the cluster node %1"), {context.name}};
    step.why = {DRYDOCK_TEXT("model", "The node may be primary active manager again. Runs on the server itself."), {}};
    step.commands = {resumeNode(context)};
    step.verification = {NodeIs{context.server, NodeState::Up}};
    return step;
}

Step restoreMoveNow(const PlanContext& context)
{
    const bool target = context.original.activationDisabledAndMoveNow;
    auto step = newStep(StepKind::RestoreMoveNow);
    step.title = {DRYDOCK_TEXT("model", "Restore MoveNow of %1"), {context.name}};
    step.why = target ? LocalizableText{DRYDOCK_TEXT("model", "It was set before the maintenance, and stays set."), {}}
                      : LocalizableText{DRYDOCK_TEXT("model", "Databases may be active on the server again."), {}};
    step.commands = {setMoveNow(context, target)};
    step.verification = {MoveNowIs{context.server, target}};
    return step;
}

Step restorePolicy(const PlanContext& context, bool saved)
{
    const auto& target = context.original.policy;
    auto step = newStep(StepKind::RestorePolicy);
    step.title = {DRYDOCK_TEXT("model", "Restore the activation policy of %1"), {context.name}};
    step.why =
        saved ? LocalizableText{DRYDOCK_TEXT("model", "It was %1 before the maintenance."), {target.text}}
              : LocalizableText{DRYDOCK_TEXT("model", "What it was before is not known: %1 is the documented default."),
                                {target.text}};
    step.commands = {setPolicy(context, target.text)};
    step.verification = {PolicyIs{context.server, target}};
    return step;
}

Step clearFunctional(const PlanContext& context, const std::vector<std::string>& components)
{
    auto step = newStep(StepKind::ClearFunctional);
    step.title = {DRYDOCK_TEXT("model", "Clear what an update left behind on %1"), {context.name}};
    step.why = {
        DRYDOCK_TEXT("model", "Setup takes components down as Functional and puts them back only when it succeeds."),
        {}};
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
    step.title = {DRYDOCK_TEXT("model", "Start services of %1"), {context.name}};
    step.why = {DRYDOCK_TEXT("model", "What ran before runs again: IMAP and POP stop with their components."), {}};
    for (const auto& service : services) {
        step.commands.push_back(startService(context, service));
        step.verification.push_back(ServiceRunning{context.server, service});
    }
    step.onTimeout = OnTimeout::Warn;
    return step;
}

Step waitForCopies(const PlanContext& context)
{
    auto step = newStep(StepKind::WaitForCopies);
    step.title = {DRYDOCK_TEXT("model", "Wait for the copies on %1 to catch up"), {context.name}};
    step.why = {
        DRYDOCK_TEXT("model", "Until then the server is no redundancy, and no other member should be taken down."), {}};
    step.verification = {CopiesHealthy{context.server}};
    step.onTimeout = OnTimeout::Warn;
    return step;
}

Step verifyInService(const PlanContext& context)
{
    auto step = newStep(StepKind::VerifyInService);
    step.title =
        wasServing(context.original)
            ? LocalizableText{DRYDOCK_TEXT("model", "Verify that %1 is back in service"), {context.name}}
            : LocalizableText{DRYDOCK_TEXT("model", "Verify that %1 is as it was: not in service"), {context.name}};
    step.why = {DRYDOCK_TEXT("model", "Everything is read again; no answer of a command is taken for proof."), {}};
    for (const auto* name : {component::serverWideOffline, component::hubTransport, component::highAvailability,
                             component::umCallRouter}) {
        if (!hasComponent(context, name)) continue;
        step.verification.push_back(
            RequesterStateIs{context.server, name, requester::maintenance, savedState(context.original, name)});
        if (served(context, name)) step.verification.push_back(ComponentIs{context.server, name, ServiceState::Active});
    }
    // Without them nobody sees that the server is ill (exchange.md 2, row 13).
    for (const auto* name : {component::monitoring, component::recoveryActionsEnabled})
        if (hasComponent(context, name) && served(context, name))
            step.verification.push_back(ComponentIs{context.server, name, ServiceState::Active});
    step.verification.push_back(ServiceRunning{context.server, service::transport});
    for (const auto& was : context.original.services)
        if (mustRun(was) && !equalsIgnoringCase(was.name, service::transport))
            step.verification.push_back(ServiceRunning{context.server, was.name});
    if (context.inDag) {
        step.verification.push_back(PolicyIs{context.server, context.original.policy});
        step.verification.push_back(MoveNowIs{context.server, context.original.activationDisabledAndMoveNow});
        if (context.original.node.value != NodeState::Paused)
            step.verification.push_back(NodeIs{context.server, NodeState::Up});
    }
    return step;
}

} // namespace drydock::maintenance::steps
