// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/enter_steps.h"

#include "model/maintenance/messages.h"
#include "model/maintenance/step_factory.h"

namespace drydock::maintenance::steps {

using namespace domain;

Step recordSettings(const PlanContext& context)
{
    auto step = newStep(StepKind::RecordSettings);
    step.title = sentence<"record-settings">(context.name);
    step.why = sentence<"record-settings-why">();
    if (context.inDag) {
        step.verification = {PolicyIs{context.server, context.now.policy},
                             MoveNowIs{context.server, context.now.activationDisabledAndMoveNow}};
        if (canPauseNode(context.now)) step.verification.push_back(NodeIs{context.server, context.now.node.value});
    }
    for (const auto* name :
         {component::hubTransport, component::serverWideOffline, component::highAvailability, component::umCallRouter})
        if (hasComponent(context, name))
            step.verification.push_back(
                RequesterStateIs{context.server, name, requester::maintenance, savedState(context.now, name)});
    return step;
}

Step blockActivation(const PlanContext& context)
{
    const auto& before = context.original.policy;
    auto step = newStep(StepKind::BlockActivation);
    step.title = sentence<"block-activation">(context.name);
    step.why = sentence<"block-activation-why">();
    step.commands = {setPolicy(context, toString(AutoActivationPolicy::Blocked))};
    step.preconditions = {GoodCopyElsewhere{context.server, context.others}};
    step.verification = {PolicyIs{context.server, autoActivationPolicy(toString(AutoActivationPolicy::Blocked))}};
    if (before.value != AutoActivationPolicy::Blocked && !before.text.empty()) {
        step.undo = {setPolicy(context, before.text)};
        step.undoVerification = {PolicyIs{context.server, before}};
    }
    return step;
}

Step drainTransport(const PlanContext& context)
{
    auto step = componentStep(context, StepKind::DrainTransport, component::hubTransport, ServiceState::Draining,
                              savedState(context.original, component::hubTransport));
    step.title = sentence<"drain-transport">(context.name);
    step.why = sentence<"drain-transport-why">();
    if (!step.undo.empty() && !context.nodeRefused) {
        // Transport notices both changes when it restarts, so the undo restarts it too. Where the account may not, it
        // notices them some minutes later.
        step.undo.push_back(restartTransport(context));
        step.undoVerification.push_back(ServiceRunning{context.server, service::transport});
        step.undoVerification.push_back(
            ServiceNoticed{context.server, service::transport, component::hubTransport, requester::maintenance});
    }
    return step;
}

Step drainUMCallRouter(const PlanContext& context)
{
    auto step = componentStep(context, StepKind::DrainUMCallRouter, component::umCallRouter, ServiceState::Draining,
                              savedState(context.original, component::umCallRouter));
    step.why = sentence<"drain-um-call-router-why">();
    return step;
}

Step highAvailabilityOff(const PlanContext& context)
{
    auto step = componentStep(context, StepKind::HighAvailabilityOff, component::highAvailability,
                              ServiceState::Inactive, savedState(context.original, component::highAvailability));
    step.why = sentence<"high-availability-off-why">();
    step.preconditions = {GoodCopyElsewhere{context.server, context.others}};
    return step;
}

Step pauseNodeStep(const PlanContext& context)
{
    auto step = newStep(StepKind::PauseNode);
    step.title = sentence<"pause-node">(context.name);
    step.why = sentence<"pause-node-why">();
    step.commands = {pauseNode(context)};
    step.preconditions = {NodeIs{context.server, NodeState::Up}, GoodCopyElsewhere{context.server, context.others},
                          QuorumWithout{context.server}, SetupNotRunning{context.server}};
    step.verification = {NodeIs{context.server, NodeState::Paused}};
    if (context.original.node.value != NodeState::Paused) {
        step.undo = {resumeNode(context)};
        step.undoVerification = {NodeIs{context.server, NodeState::Up}};
    }
    return onNode(context, std::move(step));
}

namespace {

// Of the databases with a copy on the server those that can be mounted elsewhere and are not dismounted now.
std::vector<DatabaseName> databasesToKeepMounted(const PlanContext& context)
{
    std::vector<DatabaseName> names;
    for (const auto& database : context.snapshot.databases) {
        if (context.snapshot.hasCopy(database, context.server) && !database.singleCopy() && !database.recovery &&
            database.mounted.value_or(false))
            names.push_back(database.name);
    }
    return names;
}

} // namespace

Step moveDatabases(const PlanContext& context, const std::string& comment)
{
    auto step = newStep(StepKind::MoveDatabases);
    step.title = sentence<"move-databases">(context.name);
    step.why = sentence<"move-databases-why">();
    Command move{"Move-ActiveMailboxDatabase", {{"Server", context.name}}, EndpointKind::Exchange, context.server};
    if (!comment.empty()) move.parameters.push_back({"MoveComment", comment});
    move.parameters.push_back({"Confirm", false});
    step.commands = {setMoveNow(context, true), move};
    step.preconditions = {GoodCopyElsewhere{context.server, context.others}};
    const MountedElsewhere mounted{context.server, databasesToKeepMounted(context)};
    step.verification = {MoveNowIs{context.server, true}, NoActiveDatabases{context.server}, mounted,
                         NotPrimaryActiveManager{context.server}};
    step.mustHoldTwice = true; // a copy is active a moment before it is mounted, and a mount may fail
    step.goOnWithout = {mounted};
    step.goOnWithoutMeaning = sentence<"without-mounted-elsewhere">();
    if (!context.original.activationDisabledAndMoveNow) {
        step.undo = {setMoveNow(context, false)};
        step.undoVerification = {MoveNowIs{context.server, false}};
    }
    return step;
}

Step redirectMessages(const PlanContext& context, const std::vector<std::string>& targets)
{
    const auto others = targets.size() - 1;
    const TextArgument target =
        others == 0 ? TextArgument(targets.front()) : sentence<"and-more">(targets.front(), std::to_string(others));
    auto step = waitForQueues(context);
    step.kind = StepKind::RedirectMessages;
    step.title = sentence<"redirect-messages">(target);
    step.why = sentence<"redirect-messages-why">(target);
    step.preconditions = {QueuesRead{context.server, context.nodeRefused}};
    // It would ask otherwise: its impact is High (exchange.md 4.2).
    step.commands = {{"Redirect-Message",
                      {{"Server", context.name}, {"Target", targets}, {"Confirm", false}},
                      EndpointKind::Exchange,
                      context.server}};
    return step;
}

Step waitForQueues(const PlanContext& context)
{
    auto step = newStep(StepKind::WaitForQueues);
    step.title = sentence<"wait-for-queues">(context.name);
    step.why = sentence<"wait-for-queues-why">();
    step.verification = {QueuesDrained{context.server, context.nodeRefused}};
    step.mustHoldTwice = true;
    step.goOnWithout = step.verification;
    step.goOnWithoutMeaning = sentence<"without-queues-drained">();
    return step;
}

Step serverWideOfflineOff(const PlanContext& context)
{
    auto step = componentStep(context, StepKind::ServerWideOfflineOff, component::serverWideOffline,
                              ServiceState::Inactive, savedState(context.original, component::serverWideOffline));
    step.title = sentence<"server-wide-offline-off">(context.name);
    step.why = sentence<"server-wide-offline-off-why">();
    if (context.inDag)
        step.preconditions = {NoActiveDatabases{context.server}, GoodCopyElsewhere{context.server, context.others},
                              QuorumWithout{context.server}};
    step.verification.push_back(ComponentIs{context.server, component::serverWideOffline, ServiceState::Inactive});
    return step;
}

Step verifyInMaintenance(const PlanContext& context, bool activationBlocked)
{
    auto step = newStep(StepKind::VerifyInMaintenance);
    step.title = sentence<"verify-in-maintenance">(context.name);
    step.why = sentence<"verify-why">();
    if (activationBlocked)
        step.verification = {PolicyIs{context.server, autoActivationPolicy(toString(AutoActivationPolicy::Blocked))},
                             MoveNowIs{context.server, true}, NoActiveDatabases{context.server},
                             MountedElsewhere{context.server, databasesToKeepMounted(context)},
                             NotPrimaryActiveManager{context.server}};
    if (activationBlocked && canPauseNode(context.now))
        step.verification.push_back(NodeIs{context.server, NodeState::Paused});
    step.mustHoldTwice = true;
    step.verification.push_back(AllComponentsInactive{context.server});
    step.verification.push_back(QueuesDrained{context.server, context.nodeRefused});
    step.goOnWithout = {step.verification.back()};
    step.goOnWithoutMeaning = sentence<"without-queues-drained">();
    return step;
}

} // namespace drydock::maintenance::steps
