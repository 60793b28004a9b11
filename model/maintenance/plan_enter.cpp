// The steps into maintenance, in words and conditions (exchange.md 1.3).
#include "model/maintenance/plan_parts.h"

namespace drydock::maintenance::parts {

using namespace domain;
using std::chrono::minutes;
using std::chrono::seconds;

Step recordSettings(const Site& site)
{
    Step step;
    step.kind = StepKind::RecordSettings;
    step.title = {DRYDOCK_TEXT("model", "Record the settings of %1"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "What is there now is kept in the journal, and exactly that is restored later."),
                {}};
    if (site.inDag) {
        step.verification = {PolicyIs{site.server, site.now.policy},
                             MoveNowIs{site.server, site.now.activationDisabledAndMoveNow},
                             NodeIs{site.server, site.now.node.value}};
    }
    for (const auto* name :
         {component::hubTransport, component::serverWideOffline, component::highAvailability, component::umCallRouter})
        if (hasComponent(site, name))
            step.verification.push_back(
                RequesterStateIs{site.server, name, requester::maintenance, savedState(site.now, name)});
    step.timeout = seconds(30);
    return step;
}

Step blockActivation(const Site& site)
{
    const auto& before = site.original.policy;
    Step step;
    step.kind = StepKind::BlockActivation;
    step.title = {DRYDOCK_TEXT("model", "Block activation on %1"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "No database is activated on the server any more, whatever fails elsewhere."),
                {}};
    step.commands = {setPolicy(site, toString(AutoActivationPolicy::Blocked))};
    step.preconditions = {GoodCopyElsewhere{site.server, site.others}};
    step.verification = {PolicyIs{site.server, autoActivationPolicy(toString(AutoActivationPolicy::Blocked))}};
    if (before.value != AutoActivationPolicy::Blocked && !before.text.empty()) {
        step.undo = {setPolicy(site, before.text)};
        step.undoVerification = {PolicyIs{site.server, before}};
    }
    return step;
}

Step drainTransport(const Site& site)
{
    auto step = componentStep(site, StepKind::DrainTransport, component::hubTransport, ServiceState::Draining,
                              savedState(site.original, component::hubTransport));
    step.title = {DRYDOCK_TEXT("model", "Drain transport on %1"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "The server takes no new mail and hands on what it has."), {}};
    if (!step.undo.empty()) {
        // Transport notices the way back at a restart only, as it does the way in.
        step.undo.push_back(restartTransport(site));
        step.undoVerification.push_back(ServiceRunning{site.server, service::transport});
        step.undoVerification.push_back(
            ServiceNoticed{site.server, service::transport, component::hubTransport, requester::maintenance});
    }
    return step;
}

Step restartTransportStep(const Site& site)
{
    Step step;
    step.kind = StepKind::RestartTransport;
    step.title = {DRYDOCK_TEXT("model", "Restart transport on %1"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "The transport service notices the new state when it starts."), {}};
    step.commands = {restartTransport(site)};
    step.verification = {
        ServiceRunning{site.server, service::transport},
        ServiceNoticed{site.server, service::transport, component::hubTransport, requester::maintenance}};
    step.timeout = minutes(5);
    // When the process started cannot always be read; a service that does not come back fails the waits that follow.
    step.onTimeout = OnTimeout::Warn;
    return step;
}

Step pauseNodeStep(const Site& site)
{
    Step step;
    step.kind = StepKind::PauseNode;
    step.title = {DRYDOCK_TEXT("model", "Pause the cluster node %1"), {site.name}};
    step.why = {
        DRYDOCK_TEXT("model",
                     "The node cannot become primary active manager; it still votes. Runs on the server itself."),
        {}};
    step.commands = {pauseNode(site)};
    step.preconditions = {NodeIs{site.server, NodeState::Up}, GoodCopyElsewhere{site.server, site.others}};
    step.verification = {NodeIs{site.server, NodeState::Paused}};
    if (site.original.node.value != NodeState::Paused) {
        step.undo = {resumeNode(site)};
        step.undoVerification = {NodeIs{site.server, NodeState::Up}};
    }
    return step;
}

Step moveDatabases(const Site& site, const std::string& comment)
{
    Step step;
    step.kind = StepKind::MoveDatabases;
    step.title = {DRYDOCK_TEXT("model", "Move the active databases off %1"), {site.name}};
    step.why = {
        DRYDOCK_TEXT("model",
                     "Exchange activates the best copy elsewhere. The primary active manager leaves by itself."),
        {}};
    Command move{"Move-ActiveMailboxDatabase", {{"Server", site.name}}, Place::Exchange, site.server};
    if (!comment.empty()) move.parameters.push_back({"MoveComment", comment});
    move.parameters.push_back({"Confirm", false});
    step.commands = {setMoveNow(site, true), move};
    step.preconditions = {GoodCopyElsewhere{site.server, site.others}};
    step.verification = {MoveNowIs{site.server, true}, NoActiveDatabases{site.server},
                         NotPrimaryActiveManager{site.server}};
    if (!site.original.activationDisabledAndMoveNow) {
        step.undo = {setMoveNow(site, false)};
        step.undoVerification = {MoveNowIs{site.server, false}};
    }
    step.timeout = minutes(20);
    // MoveNow is looked at every 120 s (exchange.md 4.3).
    step.noProgressAfter = minutes(4);
    return step;
}

Step redirectMessages(const Site& site, const std::string& target)
{
    auto step = waitForQueues(site);
    step.kind = StepKind::RedirectMessages;
    step.title = {DRYDOCK_TEXT("model", "Redirect queued messages to %1"), {target}};
    step.why = {DRYDOCK_TEXT("model", "Messages that wait on the server are handed to %1 and delivered from there."),
                {target}};
    // It would ask otherwise: its impact is High (exchange.md 4.2).
    step.commands = {{"Redirect-Message",
                      {{"Server", site.name}, {"Target", std::vector<std::string>{target}}, {"Confirm", false}},
                      Place::Exchange,
                      site.server}};
    return step;
}

Step waitForQueues(const Site& site)
{
    Step step;
    step.kind = StepKind::WaitForQueues;
    step.title = {DRYDOCK_TEXT("model", "Wait for the queues of %1 to drain"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "Shadow and poison queues are left out: they never drain."), {}};
    step.verification = {QueuesDrained{site.server}};
    step.timeout = minutes(30);
    step.mustHoldTwice = true;
    return step;
}

Step serverWideOfflineOff(const Site& site)
{
    auto step = componentStep(site, StepKind::ServerWideOfflineOff, component::serverWideOffline,
                              ServiceState::Inactive, savedState(site.original, component::serverWideOffline));
    step.title = {DRYDOCK_TEXT("model", "Take all components of %1 offline"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "ServerWideOffline is the master switch: client access goes elsewhere."), {}};
    if (site.inDag) step.preconditions = {NoActiveDatabases{site.server}, GoodCopyElsewhere{site.server, site.others}};
    step.verification.push_back(ComponentIs{site.server, component::serverWideOffline, ServiceState::Inactive});
    return step;
}

Step verifyInMaintenance(const Site& site, bool activationBlocked)
{
    Step step;
    step.kind = StepKind::VerifyInMaintenance;
    step.title = {DRYDOCK_TEXT("model", "Verify that %1 is in maintenance"), {site.name}};
    step.why = {DRYDOCK_TEXT("model", "Everything is read again; no answer of a command is taken for proof."), {}};
    if (activationBlocked)
        step.verification = {PolicyIs{site.server, autoActivationPolicy(toString(AutoActivationPolicy::Blocked))},
                             MoveNowIs{site.server, true}, NodeIs{site.server, NodeState::Paused},
                             NoActiveDatabases{site.server}, NotPrimaryActiveManager{site.server}};
    step.verification.push_back(AllComponentsInactive{site.server});
    step.verification.push_back(QueuesDrained{site.server});
    step.timeout = minutes(5);
    return step;
}

} // namespace drydock::maintenance::parts
