// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/step_factory.h"

#include "model/maintenance/messages.h"
#include "model/maintenance/step_timeouts.h"

#include <algorithm>

namespace drydock::maintenance::steps {

using namespace domain;

Step newStep(StepKind kind)
{
    const auto times = timesOf(kind);
    Step step;
    step.kind = kind;
    step.timeout = times.timeout;
    step.poll = times.poll;
    step.noProgressAfter = times.noProgressAfter;
    return step;
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

Step componentStep(const PlanContext& context, StepKind kind, const std::string& component, ServiceState target,
                   ServiceState before)
{
    auto step = newStep(kind);
    step.title = sentence<"set-component">(component, toString(target));
    step.commands = {setComponent(context, component, target, requester::maintenance)};
    step.verification = {RequesterStateIs{context.server, component, requester::maintenance, target}};
    if (before != target && before != ServiceState::Unknown) {
        step.undo = {setComponent(context, component, before, requester::maintenance)};
        step.undoVerification = {RequesterStateIs{context.server, component, requester::maintenance, before}};
    }
    return step;
}

Step restartTransportStep(const PlanContext& context)
{
    auto step = newStep(StepKind::RestartTransport);
    step.title = sentence<"restart-transport">(context.name);
    step.why = sentence<"restart-transport-why">();
    step.commands = {restartTransport(context)};
    step.preconditions = {SetupNotRunning{context.server}};
    step.verification = {
        ServiceRunning{context.server, service::transport},
        ServiceNoticed{context.server, service::transport, component::hubTransport, requester::maintenance}};
    // The start time of the process cannot always be read. If the service does not come back, the later waits fail.
    step.onTimeout = OnTimeout::Warn;
    return onNode(context, std::move(step));
}

Step onNode(const PlanContext& context, Step step)
{
    if (!context.nodeRefused) return step;
    const auto needsServices = [](const Condition& condition) {
        return std::ranges::any_of(needs(condition),
                                   [](const auto& need) { return need.first == SnapshotSection::Services; });
    };
    step.byHand = true;
    step.title = sentence<"by-hand">(step.title);
    step.why = sentence<"by-hand-why">(context.name);
    step.timeout = std::max(step.timeout, byHandTimeout);
    step.noProgressAfter = step.timeout;
    step.onTimeout = OnTimeout::Fail;
    std::erase_if(step.preconditions, needsServices);
    std::erase_if(step.undoVerification, needsServices);
    step.goOnWithout = step.verification; // as far as it cannot be read
    step.goOnWithoutMeaning = sentence<"by-hand-done">(context.name);
    return step;
}

} // namespace drydock::maintenance::steps
