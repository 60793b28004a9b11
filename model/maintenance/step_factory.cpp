// Commands, and what both directions share.
#include "model/maintenance/step_factory.h"

namespace drydock::maintenance::steps {

using namespace domain;

PlanContext planContextFor(const DagSnapshot& snapshot, const Server& server, OriginalSettings original)
{
    PlanContext context{snapshot, server.name, server.name.text(), false, {}, std::move(original), {}};
    context.inDag = !server.dag.empty() || snapshot.groupOf(server.name) != nullptr;
    for (const auto* other : snapshot.otherMembers(server.name))
        context.others.push_back(other->name);
    return context;
}

Command setPolicy(const PlanContext& context, const std::string& policy)
{
    return {"Set-MailboxServer",
            {{"Identity", context.name}, {"DatabaseCopyAutoActivationPolicy", policy}},
            EndpointKind::Exchange,
            context.server};
}

Command setMoveNow(const PlanContext& context, bool value)
{
    return {"Set-MailboxServer",
            {{"Identity", context.name}, {"DatabaseCopyActivationDisabledAndMoveNow", value}},
            EndpointKind::Exchange,
            context.server};
}

Command setComponent(const PlanContext& context, const std::string& component, ServiceState state,
                     const std::string& requester)
{
    return {"Set-ServerComponentState",
            {{"Identity", context.name},
             {"Component", component},
             {"State", std::string(toString(state))},
             {"Requester", requester}},
            EndpointKind::Exchange,
            context.server};
}

Command pauseNode(const PlanContext& context)
{
    return {"Suspend-ClusterNode", {{"Name", context.name}}, EndpointKind::Node, context.server};
}
Command resumeNode(const PlanContext& context)
{
    return {"Resume-ClusterNode", {{"Name", context.name}}, EndpointKind::Node, context.server};
}

Command restartTransport(const PlanContext& context)
{
    return {"Restart-Service", {{"Name", std::string(service::transport)}}, EndpointKind::Node, context.server};
}

Command startService(const PlanContext& context, const std::string& service)
{
    return {"Start-Service", {{"Name", service}}, EndpointKind::Node, context.server};
}

ServiceState savedState(const OriginalSettings& original, const std::string& component)
{
    for (const auto& row : original.components)
        if (equalsIgnoringCase(row.component, component)) return maintenanceState(row);
    return ServiceState::Active;
}

bool hasComponent(const PlanContext& context, const std::string& component)
{
    return context.snapshot.component(context.server, component) != nullptr;
}

Step componentStep(const PlanContext& context, StepKind kind, const std::string& component, ServiceState target,
                   ServiceState before)
{
    Step step;
    step.kind = kind;
    step.title = {DRYDOCK_TEXT("model", "Set %1 %2"), {component, toString(target)}};
    step.commands = {setComponent(context, component, target, requester::maintenance)};
    step.verification = {RequesterStateIs{context.server, component, requester::maintenance, target}};
    if (before != target && before != ServiceState::Unknown) {
        step.undo = {setComponent(context, component, before, requester::maintenance)};
        step.undoVerification = {RequesterStateIs{context.server, component, requester::maintenance, before}};
    }
    return step;
}

} // namespace drydock::maintenance::steps
