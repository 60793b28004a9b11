// Commands, and what both directions share.
#include "model/maintenance/plan_parts.h"

namespace drydock::maintenance::parts {

using namespace domain;

Site siteOf(const DagSnapshot& snapshot, const Server& server, OriginalSettings original)
{
    Site site{snapshot, server.name, server.name.text(), false, {}, std::move(original), {}};
    site.inDag = !server.dag.empty() || snapshot.groupOf(server.name) != nullptr;
    for (const auto* other : snapshot.otherMembers(server.name))
        site.others.push_back(other->name);
    return site;
}

Command setPolicy(const Site& site, const std::string& policy)
{
    return {"Set-MailboxServer",
            {{"Identity", site.name}, {"DatabaseCopyAutoActivationPolicy", policy}},
            Place::Exchange,
            site.server};
}

Command setMoveNow(const Site& site, bool value)
{
    return {"Set-MailboxServer",
            {{"Identity", site.name}, {"DatabaseCopyActivationDisabledAndMoveNow", value}},
            Place::Exchange,
            site.server};
}

Command setComponent(const Site& site, const std::string& component, ServiceState state, const std::string& requester)
{
    return {"Set-ServerComponentState",
            {{"Identity", site.name},
             {"Component", component},
             {"State", std::string(toString(state))},
             {"Requester", requester}},
            Place::Exchange,
            site.server};
}

Command pauseNode(const Site& site) { return {"Suspend-ClusterNode", {{"Name", site.name}}, Place::Node, site.server}; }
Command resumeNode(const Site& site) { return {"Resume-ClusterNode", {{"Name", site.name}}, Place::Node, site.server}; }

Command restartTransport(const Site& site)
{
    return {"Restart-Service", {{"Name", std::string(service::transport)}}, Place::Node, site.server};
}

Command startService(const Site& site, const std::string& service)
{
    return {"Start-Service", {{"Name", service}}, Place::Node, site.server};
}

ServiceState savedState(const OriginalSettings& original, const std::string& component)
{
    for (const auto& row : original.components)
        if (equalsIgnoringCase(row.component, component)) return heldByMaintenance(row);
    return ServiceState::Active;
}

bool hasComponent(const Site& site, const std::string& component)
{
    return site.snapshot.component(site.server, component) != nullptr;
}

Step componentStep(const Site& site, StepKind kind, const std::string& component, ServiceState target,
                   ServiceState before)
{
    Step step;
    step.kind = kind;
    step.title = {DRYDOCK_TEXT("model", "Set %1 %2"), {component, toString(target)}};
    step.commands = {setComponent(site, component, target, requester::maintenance)};
    step.verification = {RequesterStateIs{site.server, component, requester::maintenance, target}};
    if (before != target && before != ServiceState::Unknown) {
        step.undo = {setComponent(site, component, before, requester::maintenance)};
        step.undoVerification = {RequesterStateIs{site.server, component, requester::maintenance, before}};
    }
    return step;
}

} // namespace drydock::maintenance::parts
