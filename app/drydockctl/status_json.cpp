#include "app/drydockctl/status_json.h"

#include "model/domain/health_rules.h"
#include "model/domain/server_state.h"

#include <nlohmann/json.hpp>

namespace drydock::ctl {
namespace {

using Json = nlohmann::ordered_json;
using namespace domain;

Json orNull(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(nullptr); }
Json orNull(const std::optional<int>& value) { return value ? Json(*value) : Json(nullptr); }
Json orNull(const std::optional<Time>& value) { return value ? Json(toIso(*value)) : Json(nullptr); }

Json texts(const std::vector<LocalizableText>& messages)
{
    Json list = Json::array();
    for (const LocalizableText& message : messages)
        list.push_back(message.english());
    return list;
}

void addRequesters(Json& list, const std::optional<std::vector<RequesterEntry>>& entries, ComponentStore store)
{
    for (const RequesterEntry& entry : entries.value_or(std::vector<RequesterEntry>()))
        list.push_back({{"requester", entry.requester},
                        {"state", entry.state.text},
                        {"store", store == ComponentStore::Registry ? "registry" : "directory"},
                        {"since", orNull(entry.since)}});
}

Json componentJson(const ComponentState& component)
{
    Json requesters = Json::array();
    addRequesters(requesters, component.registry, ComponentStore::Registry);
    addRequesters(requesters, component.activeDirectory, ComponentStore::ActiveDirectory);
    return {{"component", component.component},
            {"state", component.state.text},
            {"requesters", std::move(requesters)},
            {"registryReadable", component.registry.has_value()},
            {"severity", toString(assess(component).severity)}};
}

Json queueJson(const Queue& queue)
{
    return {{"identity", queue.identity},     {"deliveryType", queue.deliveryType}, {"status", queue.status},
            {"messages", queue.messageCount}, {"nextHop", queue.nextHop},           {"lastError", queue.lastError}};
}

Json copyJson(const DatabaseCopy& copy)
{
    const HealthAssessment assessment = assess(copy);
    return {{"name", copy.name()},
            {"database", copy.database.text()},
            {"status", copy.status.text},
            {"copyQueueLength", orNull(copy.copyQueueLength)},
            {"replayQueueLength", orNull(copy.replayQueueLength)},
            {"lastInspectedLogTime", orNull(copy.lastInspectedLogTime)},
            {"contentIndexState", copy.contentIndexState},
            {"activationPreference", orNull(copy.activationPreference)},
            {"active", copy.active},
            {"lagged", copy.lagged()},
            {"severity", toString(assessment.severity)},
            {"reasons", texts(assessment.reasons)}};
}

// The node's own word, else what the group knows of it.
std::string nodeState(const DagSnapshot& snapshot, const ServerName& server)
{
    if (const ClusterNode* node = snapshot.node(server)) return node->state.text;
    const AvailabilityGroup* group = snapshot.groupOf(server);
    if (!group || !group->statusKnown) return group ? "Unknown" : "";
    if (group->isPaused(server)) return toString(NodeState::Paused);
    return toString(group->isOperational(server) ? NodeState::Up : NodeState::Down);
}

Json serverJson(const DagSnapshot& snapshot, const Server& server)
{
    Json components = Json::array(), queues = Json::array(), copies = Json::array(), services = Json::array();
    for (const ComponentState& component : snapshot.components) {
        if (component.server == server.name) components.push_back(componentJson(component));
    }
    for (const Queue* queue : snapshot.queuesOf(server.name))
        queues.push_back(queueJson(*queue));
    for (const DatabaseCopy* copy : snapshot.copiesOn(server.name))
        copies.push_back(copyJson(*copy));
    for (const Service& service : snapshot.services) {
        if (service.server == server.name)
            services.push_back({{"name", service.name}, {"status", service.status}, {"startType", service.startType}});
    }
    return {{"name", server.name.text()},
            {"fqdn", server.fqdn},
            {"version", server.version.text()},
            {"site", server.site},
            {"state", toString(stateOf(snapshot, server.name))},
            {"autoActivationPolicy", server.autoActivationPolicy.text},
            {"activationDisabledAndMoveNow", server.activationDisabledAndMoveNow},
            {"node", nodeState(snapshot, server.name)},
            {"components", std::move(components)},
            {"queues", std::move(queues)},
            {"copies", std::move(copies)},
            {"services", std::move(services)}};
}

// What wants attention in one group; with an empty name what belongs to none.
Json attentionJson(const DagSnapshot& snapshot, const DagName& dag)
{
    Json list = Json::array();
    for (const HealthIssue& attention : healthIssues(snapshot)) {
        if (dagOf(snapshot, attention) == dag)
            list.push_back({{"severity", toString(attention.severity)},
                            {"subject", attention.subject},
                            {"text", attention.text.english()},
                            {"advice", attention.advice.english()}});
    }
    return list;
}

Json groupJson(const DagSnapshot& snapshot, const AvailabilityGroup& group)
{
    Json servers = Json::array();
    for (const Server& server : snapshot.servers) {
        if (server.dag == group.name) servers.push_back(serverJson(snapshot, server));
    }
    return {{"name", group.name.text()},      {"primaryActiveManager", group.primaryActiveManager.text()},
            {"witness", group.witnessServer}, {"witnessInUse", group.witnessInUse.text},
            {"servers", std::move(servers)},  {"attention", attentionJson(snapshot, group.name)}};
}

// Where the groups could not be read, the servers still say which one they belong to.
std::vector<AvailabilityGroup> groupsOf(const DagSnapshot& snapshot, const DagName& only)
{
    std::vector<AvailabilityGroup> groups = snapshot.groups;
    for (const Server& server : snapshot.servers) {
        if (server.dag.empty() ||
            std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return group.name == server.dag; }))
            continue;
        groups.emplace_back();
        groups.back().name = server.dag;
    }
    if (!only.empty()) std::erase_if(groups, [&](const AvailabilityGroup& group) { return group.name != only; });
    return groups;
}

} // namespace

DagName dagOf(const DagSnapshot& snapshot, const HealthIssue& attention)
{
    if (!attention.dag.empty()) return attention.dag;
    if (const Server* server = snapshot.server(attention.server)) return server->dag;
    const Database* database = snapshot.database(attention.database);
    if (!database || !database->dag.empty() || database->servers.empty()) return database ? database->dag : DagName();
    const Server* server = snapshot.server(database->servers.front());
    return server ? server->dag : DagName();
}

std::string statusAsJson(const DagSnapshot& snapshot, const DagName& dag, bool oneLine)
{
    Json dags = Json::array(), standalone = Json::array(), errors = Json::array();
    for (const AvailabilityGroup& group : groupsOf(snapshot, dag))
        dags.push_back(groupJson(snapshot, group));
    for (const Server& server : snapshot.servers) {
        if (server.dag.empty() && dag.empty()) standalone.push_back(serverJson(snapshot, server));
    }
    for (const SourceError& error : snapshot.errors)
        errors.push_back({{"source", error.server.empty() ? snapshot.source : error.server.text()},
                          {"part", toString(error.section)},
                          {"kind", toString(error.error.kind)},
                          {"text", error.error.summary()}});
    const Json status{{"takenAt", toIso(snapshot.takenAt)},
                      {"source", snapshot.source},
                      {"dags", std::move(dags)},
                      {"standalone", std::move(standalone)},
                      {"attention", dag.empty() ? attentionJson(snapshot, {}) : Json::array()},
                      {"errors", std::move(errors)}};
    return status.dump(oneLine ? -1 : 2, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool hasWarnings(const DagSnapshot& snapshot, const DagName& dag)
{
    if (!snapshot.errors.empty()) return true;
    for (const HealthIssue& attention : healthIssues(snapshot)) {
        if (attention.severity >= Severity::Unknown && (dag.empty() || dagOf(snapshot, attention) == dag)) return true;
    }
    return false;
}

} // namespace drydock::ctl
