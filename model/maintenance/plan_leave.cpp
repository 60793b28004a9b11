// The steps back into service, in words and conditions (exchange.md 2, "Recommended STOP order").
#include "model/maintenance/plan_parts.h"

namespace drydock::maintenance::parts {

using namespace domain;
using std::chrono::minutes;
using std::chrono::seconds;

Step resumeNodeStep(const Site& site)
{
    Step step;
    step.kind = StepKind::ResumeNode;
    step.title = {DRYDOCK_TEXT("model", "Resume the cluster node %1"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "The node may be primary active manager again. Runs on the server itself."), {}};
    step.commands = {resumeNode(site)};
    step.verification = {NodeIs{site.server, NodeState::Up}};
    return step;
}

Step restoreMoveNow(const Site& site)
{
    const bool target = site.original.activationDisabledAndMoveNow;
    Step step;
    step.kind = StepKind::RestoreMoveNow;
    step.title = {DRYDOCK_TEXT("model", "Restore MoveNow of %1"), {site.name}};
    step.why = target ? Message{DRYDOCK_TEXT("model", "It was set before the maintenance, and stays set."), {}}
                      : Message{DRYDOCK_TEXT("model", "Databases may be active on the server again."), {}};
    step.commands = {setMoveNow(site, target)};
    step.verification = {MoveNowIs{site.server, target}};
    return step;
}

Step restorePolicy(const Site& site, bool saved)
{
    const auto& target = site.original.policy;
    Step step;
    step.kind = StepKind::RestorePolicy;
    step.title = {DRYDOCK_TEXT("model", "Restore the activation policy of %1"), {site.name}};
    step.why = saved ? Message{DRYDOCK_TEXT("model", "It was %1 before the maintenance."), {target.text}}
                     : Message{DRYDOCK_TEXT("model", "What it was before is not known: %1 is the documented default."),
                               {target.text}};
    step.commands = {setPolicy(site, target.text)};
    step.verification = {PolicyIs{site.server, target}};
    return step;
}

Step clearFunctional(const Site& site, const std::vector<std::string>& components)
{
    Step step;
    step.kind = StepKind::ClearFunctional;
    step.title = {DRYDOCK_TEXT("model", "Clear what an update left behind on %1"), {site.name}};
    step.why = {
        DRYDOCK_TEXT("model", "Setup takes components down as Functional and puts them back only when it succeeds."),
        {}};
    for (const auto& component : components) {
        step.commands.push_back(setComponent(site, component, ServiceState::Active, requester::functional));
        step.verification.push_back(
            RequesterStateIs{site.server, component, requester::functional, ServiceState::Active});
    }
    return step;
}

Step startServices(const Site& site, const std::vector<std::string>& services)
{
    Step step;
    step.kind = StepKind::StartServices;
    step.title = {DRYDOCK_TEXT("model", "Start services of %1"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "What ran before runs again: IMAP and POP stop with their components."), {}};
    for (const auto& service : services) {
        step.commands.push_back(startService(site, service));
        step.verification.push_back(ServiceRunning{site.server, service});
    }
    step.timeout = minutes(5);
    step.onTimeout = OnTimeout::Warn;
    return step;
}

Step waitForCopies(const Site& site)
{
    Step step;
    step.kind = StepKind::WaitForCopies;
    step.title = {DRYDOCK_TEXT("model", "Wait for the copies on %1 to catch up"), {site.name}};
    step.why = {
        DRYDOCK_TEXT("model", "Until then the server is no redundancy, and no other member should be taken down."), {}};
    step.verification = {CopiesHealthy{site.server}};
    step.timeout = minutes(30);
    step.poll = seconds(10);
    step.onTimeout = OnTimeout::Warn;
    return step;
}

namespace {

// IMAP and POP were waited for and, where they do not start, warned of; the rest of the server serves without them.
bool isEssential(const Service& service)
{
    for (const auto* name : {service::imap, service::imapBackEnd, service::pop, service::popBackEnd})
        if (equalsIgnoringCase(service.name, name)) return false;
    return service.running();
}

// Whether the component served before the maintenance; what did not, for whatever reason, is not demanded now.
bool served(const Site& site, const char* name)
{
    for (const auto& row : site.original.components)
        if (equalsIgnoringCase(row.component, name)) return row.state.value == ServiceState::Active;
    return true;
}

} // namespace

Step verifyInService(const Site& site)
{
    Step step;
    step.kind = StepKind::VerifyInService;
    step.title = wasServing(site.original)
                     ? Message{DRYDOCK_TEXT("model", "Verify that %1 is back in service"), {site.name}}
                     : Message{DRYDOCK_TEXT("model", "Verify that %1 is as it was: not in service"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "Everything is read again; no answer of a command is taken for proof."), {}};
    for (const auto* name : {component::serverWideOffline, component::hubTransport, component::highAvailability,
                             component::umCallRouter}) {
        if (!hasComponent(site, name)) continue;
        step.verification.push_back(
            RequesterStateIs{site.server, name, requester::maintenance, savedState(site.original, name)});
        if (served(site, name)) step.verification.push_back(ComponentIs{site.server, name, ServiceState::Active});
    }
    // Without them nobody sees that the server is ill (exchange.md 2, row 13).
    for (const auto* name : {component::monitoring, component::recoveryActionsEnabled})
        if (hasComponent(site, name) && served(site, name))
            step.verification.push_back(ComponentIs{site.server, name, ServiceState::Active});
    step.verification.push_back(ServiceRunning{site.server, service::transport});
    for (const auto& was : site.original.services)
        if (isEssential(was) && !equalsIgnoringCase(was.name, service::transport))
            step.verification.push_back(ServiceRunning{site.server, was.name});
    if (site.inDag) {
        step.verification.push_back(PolicyIs{site.server, site.original.policy});
        step.verification.push_back(MoveNowIs{site.server, site.original.activationDisabledAndMoveNow});
        if (site.original.node.value != NodeState::Paused)
            step.verification.push_back(NodeIs{site.server, NodeState::Up});
    }
    step.timeout = minutes(5);
    return step;
}

} // namespace drydock::maintenance::parts
