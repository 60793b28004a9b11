// The one word for a server's state, and the assessment that goes with it.
#include "model/domain/error_traits.h"
#include "model/domain/health_rules.h"

#include <algorithm>

namespace drydock::domain {
namespace {

std::optional<RequesterEntry> maintenanceEntry(const DagSnapshot& snapshot, const ServerName& server, const char* name)
{
    const auto* state = snapshot.component(server, name);
    return state ? state->newestEntry(requester::maintenance) : std::nullopt;
}

bool maintenanceState(const DagSnapshot& snapshot, const ServerName& server, const char* name)
{
    const auto entry = maintenanceEntry(snapshot, server, name);
    return entry && entry->state.value != ServiceState::Active;
}

// The signs of a maintenance, as they are found; none of them is what a run of ours remembers.
struct Signs {
    bool offline = false; // ServerWideOffline is not Active
    bool blocked = false; // policy Blocked
    bool moveNow = false;
    bool paused = false;    // cluster node
    bool transport = false; // HubTransport held down by Maintenance
    bool highAvailability = false;
    bool inDag = false;
    bool any() const { return offline || blocked || moveNow || paused || transport || highAvailability; }
};

bool isPaused(const DagSnapshot& snapshot, const ServerName& server)
{
    if (const auto* node = snapshot.node(server); node && node->state.value != NodeState::Unknown)
        return node->state.value == NodeState::Paused;
    const auto* group = snapshot.groupOf(server);
    return group && group->statusKnown && group->isPaused(server);
}

Signs signsOf(const DagSnapshot& snapshot, const ServerName& name)
{
    Signs signs;
    const auto* server = snapshot.server(name);
    const auto* offline = snapshot.component(name, component::serverWideOffline);
    signs.offline = offline && offline->state.value != ServiceState::Active;
    signs.blocked = server && server->autoActivationPolicy.value == AutoActivationPolicy::Blocked;
    signs.moveNow = server && server->activationDisabledAndMoveNow;
    signs.paused = isPaused(snapshot, name);
    signs.transport = maintenanceState(snapshot, name, component::hubTransport);
    signs.highAvailability = maintenanceState(snapshot, name, component::highAvailability);
    signs.inDag = snapshot.groupOf(name) != nullptr || (server && !server->dag.empty());
    return signs;
}

bool hasComponents(const DagSnapshot& snapshot, const ServerName& server)
{
    return std::any_of(snapshot.components.begin(), snapshot.components.end(),
                       [&](const ComponentState& c) { return c.server == server; });
}

bool unreachable(const DagSnapshot& snapshot, const ServerName& server)
{
    if (const auto* node = snapshot.node(server); node && node->state.value == NodeState::Down) return true;
    const auto* group = snapshot.groupOf(server);
    if (group && group->statusKnown && !group->isOperational(server)) return true;
    return !hasComponents(snapshot, server) &&
           std::any_of(snapshot.errors.begin(), snapshot.errors.end(), [&](const SourceError& e) {
               return e.section == SnapshotSection::Components && e.server == server && isServerFailure(e.error.kind);
           });
}

// ServerWideOffline was set Active again after transport (or high availability) was taken down: on the way back.
bool leaving(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto online = maintenanceEntry(snapshot, server, component::serverWideOffline);
    if (!online || online->state.value != ServiceState::Active || !online->since) return false;
    for (const auto* name : {component::hubTransport, component::highAvailability}) {
        const auto down = maintenanceEntry(snapshot, server, name);
        if (down && down->state.value != ServiceState::Active && down->since) return *online->since > *down->since;
    }
    return false;
}

LocalizableText stateReason(ServerState state)
{
    switch (state) {
    case ServerState::Serving:
        return {};
    case ServerState::Blocked:
        return {DRYDOCK_TEXT("model", "activation policy is Blocked"), {}};
    case ServerState::Entering:
        return {DRYDOCK_TEXT("model", "on the way into maintenance"), {}};
    case ServerState::InMaintenance:
        return {DRYDOCK_TEXT("model", "in maintenance"), {}};
    case ServerState::Leaving:
        return {DRYDOCK_TEXT("model", "on the way back into service"), {}};
    case ServerState::Inconsistent:
        return {
            DRYDOCK_TEXT("model", "partly in maintenance: components, node and activation policy do not fit together"),
            {}};
    case ServerState::Unreachable:
        return {DRYDOCK_TEXT("model", "does not answer"), {}};
    case ServerState::Unknown:
        return {DRYDOCK_TEXT("model", "its component states were not read"), {}};
    }
    return {};
}

Severity severityOf(ServerState state)
{
    switch (state) {
    case ServerState::Serving:
        return Severity::Ok;
    case ServerState::Blocked:
        return Severity::Warning;
    case ServerState::Entering:
    case ServerState::InMaintenance:
    case ServerState::Leaving:
        return Severity::Maintenance;
    case ServerState::Inconsistent:
        return Severity::Warning;
    case ServerState::Unreachable:
        return Severity::Critical;
    case ServerState::Unknown:
        return Severity::Unknown;
    }
    return Severity::Unknown;
}

} // namespace

LocalizableText stateWord(ServerState state)
{
    switch (state) {
    case ServerState::Serving:
        return {DRYDOCK_TEXT("model", "Serving"), {}};
    case ServerState::Blocked:
        return {DRYDOCK_TEXT("model", "Blocked"), {}};
    case ServerState::Entering:
        return {DRYDOCK_TEXT("model", "Entering"), {}};
    case ServerState::InMaintenance:
        return {DRYDOCK_TEXT("model", "In maintenance"), {}};
    case ServerState::Leaving:
        return {DRYDOCK_TEXT("model", "Leaving"), {}};
    case ServerState::Inconsistent:
        return {DRYDOCK_TEXT("model", "Inconsistent"), {}};
    case ServerState::Unreachable:
        return {DRYDOCK_TEXT("model", "Unreachable"), {}};
    case ServerState::Unknown:
        break;
    }
    return {DRYDOCK_TEXT("model", "Unknown"), {}};
}

ServerState stateOf(const DagSnapshot& snapshot, const ServerName& server)
{
    if (unreachable(snapshot, server)) return ServerState::Unreachable;
    if (!hasComponents(snapshot, server) && !snapshot.covers(SnapshotSection::Components, server))
        return ServerState::Unknown;
    const auto signs = signsOf(snapshot, server);
    if (!signs.any()) return ServerState::Serving;
    if (signs.offline) {
        const bool complete = !signs.inDag || (signs.paused && (signs.blocked || signs.moveNow));
        return complete ? ServerState::InMaintenance : ServerState::Inconsistent;
    }
    if (leaving(snapshot, server)) return ServerState::Leaving;
    if (signs.transport || signs.highAvailability || signs.moveNow) return ServerState::Entering;
    if (signs.paused) return ServerState::Inconsistent;
    return ServerState::Blocked;
}

HealthAssessment assessServer(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto state = stateOf(snapshot, server);
    HealthAssessment assessment{severityOf(state), {}};
    if (state != ServerState::Serving) assessment.reasons.push_back(stateReason(state));
    for (const auto& component : snapshot.components) {
        if (component.server != server) continue;
        const auto found = assess(component);
        if (found.severity < Severity::Unknown || found.reasons.empty()) continue;
        assessment.severity = std::max(assessment.severity, found.severity);
        assessment.reasons.push_back(
            {DRYDOCK_TEXT("model", "%1: %2"), {component.component, found.reasons.front().english()}});
    }
    for (const auto& name : {service::replication, service::cluster, service::transport}) {
        const auto* found = snapshot.service(server, name);
        if (!found || found->running()) continue;
        assessment.severity = Severity::Critical;
        assessment.reasons.push_back({DRYDOCK_TEXT("model", "service %1 is %2"), {found->name, found->status}});
    }
    return assessment;
}

} // namespace drydock::domain
