// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/server_state.h"

#include "model/domain/error_traits.h"
#include "model/domain/messages.h"

#include <algorithm>
#include <array>

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

// The signs of a maintenance that the snapshot shows.
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
           std::any_of(snapshot.errors.begin(), snapshot.errors.end(), [&](const ReadingError& e) {
               return e.section == SnapshotSection::Components && e.server == server && isServerFailure(e.error.kind);
           });
}

// Returns whether ServerWideOffline was set Active again after transport or high availability was taken down, which
// means that the server is on its way back into service.
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

struct StateRule {
    ServerState state;
    const char* name;
    Severity severity;
    const Message* word;
    const Message* reason; // why a server in this state needs attention
};

constexpr std::array stateRules{
    StateRule{ServerState::Serving, "Serving", Severity::Ok, &sentence<"serving">.message, nullptr},
    StateRule{ServerState::Blocked, "Blocked", Severity::Warning, &sentence<"blocked">.message,
              &sentence<"policy-is-blocked">.message},
    StateRule{ServerState::Entering, "Entering", Severity::Maintenance, &sentence<"entering">.message,
              &sentence<"on-the-way-in">.message},
    StateRule{ServerState::InMaintenance, "InMaintenance", Severity::Maintenance, &sentence<"in-maintenance">.message,
              &sentence<"is-in-maintenance">.message},
    StateRule{ServerState::Leaving, "Leaving", Severity::Maintenance, &sentence<"leaving">.message,
              &sentence<"on-the-way-back">.message},
    StateRule{ServerState::Inconsistent, "Inconsistent", Severity::Warning, &sentence<"inconsistent">.message,
              &sentence<"partly-in-maintenance">.message},
    StateRule{ServerState::Unreachable, "Unreachable", Severity::Critical, &sentence<"unreachable">.message,
              &sentence<"does-not-answer">.message},
    StateRule{ServerState::Unknown, "Unknown", Severity::Unknown, &sentence<"unknown">.message,
              &sentence<"components-not-read">.message},
    StateRule{ServerState::NotManaged, "NotManaged", Severity::Info, &sentence<"not-managed">.message,
              &sentence<"not-managed-here">.message},
};

const StateRule& ruleOf(ServerState state)
{
    const auto rule =
        std::find_if(stateRules.begin(), stateRules.end(), [&](const StateRule& r) { return r.state == state; });
    return rule == stateRules.end() ? ruleOf(ServerState::Unknown) : *rule;
}

} // namespace

const char* toString(ServerState state) noexcept { return ruleOf(state).name; }
LocalizableText stateWord(ServerState state) { return {*ruleOf(state).word, {}}; }
Severity severityOf(ServerState state) noexcept { return ruleOf(state).severity; }

ServerState stateOf(const DagSnapshot& snapshot, const ServerName& server)
{
    if (const auto* row = snapshot.server(server); row && !row->managed()) return ServerState::NotManaged;
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
    const auto& rule = ruleOf(state);
    HealthAssessment assessment{rule.severity, {}};
    if (state == ServerState::NotManaged)
        assessment.reasons.push_back(sentence<"not-managed-here">(snapshot.server(server)->version.productName()));
    else if (rule.reason)
        assessment.reasons.push_back({*rule.reason, {}});
    for (const auto& component : snapshot.components) {
        if (component.server != server) continue;
        const auto found = assess(component);
        if (found.severity < Severity::Unknown || found.reasons.empty()) continue;
        assessment.severity = std::max(assessment.severity, found.severity);
        assessment.reasons.push_back(sentence<"detail-of">(component.component, found.reasons.front()));
    }
    for (const auto* stopped : stoppedServices(snapshot, server)) {
        assessment.severity = Severity::Critical;
        assessment.reasons.push_back(sentence<"service-is">(stopped->name, stopped->status));
    }
    return assessment;
}

std::vector<const Service*> stoppedServices(const DagSnapshot& snapshot, const ServerName& server)
{
    std::vector<const Service*> stopped;
    for (const auto* name : service::essential)
        if (const auto* found = snapshot.service(server, name); found && !found->running()) stopped.push_back(found);
    return stopped;
}

} // namespace drydock::domain
