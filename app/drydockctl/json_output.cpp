// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/json_output.h"

#include "app/drydockctl/plan_print.h"
#include "app/drydockctl/status_text.h"
#include "model/domain/health_rules.h"
#include "model/domain/preferred_server.h"
#include "model/domain/server_state.h"
#include "model/domain/visible_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock::ctl {
namespace {

using Json = nlohmann::ordered_json;
using namespace domain;
using namespace maintenance;

// Bytes that are not UTF-8 are replaced, so that the name of a server cannot stop the output, and nothing in it
// controls a terminal.
std::string lines(const Json& json)
{
    return visibleJson(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}
std::string line(const Json& json) { return visibleJson(json.dump(-1, ' ', false, Json::error_handler_t::replace)); }

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

// The state that the cluster reports for the node or, without it, the one that the group reports.
std::string nodeState(const DagSnapshot& snapshot, const ServerName& server)
{
    if (const ClusterNode* node = snapshot.node(server)) return node->state.text;
    const AvailabilityGroup* group = snapshot.groupOf(server);
    if (!group || !group->statusKnown) return group ? "Unknown" : "";
    if (group->isPaused(server)) return toString(NodeState::Paused);
    return toString(group->isOperational(server) ? NodeState::Up : NodeState::Down);
}

// The run of the server that the organisation's record shows under way.
Json runUnderWayJson(const DagSnapshot& snapshot, const std::vector<OrganisationRun>& runs, const Server& server)
{
    const auto* run = runUnderWay(runs, server.name, stateOf(snapshot, server.name));
    if (!run) return nullptr;
    return {{"id", run->id},
            {"kind", toString(run->runKind)},
            {"operator", run->operatorName},
            {"computer", run->computer},
            {"since", toIso(run->begunAt)}};
}

Json healthchecksJson(const Healthchecks* checks)
{
    if (!checks) return nullptr;
    Json answers = Json::object();
    for (const HealthcheckAnswer& answer : checks->answers)
        answers[answer.protocol] = answer.status;
    return {{"serving", checks->serving()},  {"of", checks->asked()},
            {"since", toIso(checks->since)}, {"answers", std::move(answers)},
            {"problem", checks->problem},    {"certificateNames", checks->certificateNames}};
}

Json serverJson(const DagSnapshot& snapshot, const std::vector<OrganisationRun>& runs, const Server& server)
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
            {"activationDisabledAndMoveNow",
             server.moveNowRead ? Json(server.activationDisabledAndMoveNow) : Json(nullptr)},
            {"node", nodeState(snapshot, server.name)},
            {"run", runUnderWayJson(snapshot, runs, server)},
            {"healthchecks", healthchecksJson(snapshot.healthchecksOf(server.name))},
            {"components", std::move(components)},
            {"queues", std::move(queues)},
            {"copies", std::move(copies)},
            {"services", std::move(services)}};
}

// The health issues of one group or, with an empty name, those that belong to no group.
Json issuesJson(const DagSnapshot& snapshot, const DagName& dag)
{
    Json list = Json::array();
    for (const HealthIssue& issue : healthIssues(snapshot)) {
        if (dagOf(snapshot, issue) == dag)
            list.push_back({{"severity", toString(issue.severity)},
                            {"subject", issue.subject},
                            {"text", issue.text.english()},
                            {"advice", issue.advice.english()}});
    }
    return list;
}

Json groupJson(const DagSnapshot& snapshot, const std::vector<OrganisationRun>& runs, const AvailabilityGroup& group)
{
    Json servers = Json::array();
    for (const Server& server : snapshot.servers) {
        if (server.dag == group.name) servers.push_back(serverJson(snapshot, runs, server));
    }
    return {{"name", group.name.text()},      {"primaryActiveManager", group.primaryActiveManager.text()},
            {"witness", group.witnessServer}, {"witnessInUse", group.witnessInUse.text},
            {"servers", std::move(servers)},  {"attention", issuesJson(snapshot, group.name)}};
}

// If the groups could not be read, they are taken from the servers, which name the group they belong to.
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

Json commandsJson(const std::vector<Command>& commands)
{
    Json list = Json::array();
    for (const Command& command : commands)
        list.push_back({{"command", command.toPowerShell()},
                        {"place", endpointName(command.endpoint)},
                        {"on", command.on.text()}});
    return list;
}

Json conditionsJson(const std::vector<Condition>& conditions)
{
    Json list = Json::array();
    for (const Condition& condition : conditions)
        list.push_back(describe(condition).english());
    return list;
}

Json errorJson(const Error& error) { return {{"kind", toString(error.kind)}, {"text", error.summary()}}; }

Json runJson(const RunListing& run)
{
    const auto& shown = run.run;
    Json made{{"id", shown.id}, {"state", runStateWord(run)}, {"file", run.file}};
    if (run.error) {
        made["error"] = errorJson(*run.error);
        return made;
    }
    if (run.notStarted) return made;
    made["kind"] = toString(shown.runKind);
    made["server"] = shown.server.text();
    made["startedAt"] = orNull(shown.startedAt);
    made["finishedAt"] = orNull(shown.finishedAt);
    made["operator"] = shown.operatorName;
    made["reason"] = shown.reason;
    made["step"] = shown.currentStep();
    made["steps"] = shown.steps;
    made["resumable"] = run.resumable();
    if (!run.supersededBy.empty()) made["supersededBy"] = run.supersededBy;
    made["outcome"] = toString(shown.outcome);
    return made;
}

Json namesJson(const std::vector<domain::ServerName>& servers)
{
    Json names = Json::array();
    for (const auto& server : servers)
        names.push_back(server.text());
    return names;
}

Json campaignJson(const ports::CampaignListing& listing)
{
    const CampaignState& campaign = listing.state;
    Json made{{"id", campaign.id}, {"state", campaignStateWord(listing)}, {"file", listing.file}};
    if (listing.error) {
        made["error"] = errorJson(*listing.error);
        return made;
    }
    made["group"] = campaign.plan.group;
    made["servers"] = namesJson(campaign.plan.servers);
    made["serversDone"] = campaign.current();
    made["startedAt"] = orNull(campaign.startedAt);
    made["finishedAt"] = orNull(campaign.finishedAt);
    made["operator"] = campaign.operatorName;
    made["reason"] = campaign.plan.reason;
    made["resumable"] = listing.resumable();
    made["outcome"] = toString(campaign.outcome);
    return made;
}

} // namespace

std::string statusAsJson(const DagSnapshot& snapshot, const DagName& dag, bool oneLine)
{
    const auto runs = organisationRuns(snapshot.auditComments);
    Json dags = Json::array(), standalone = Json::array(), errors = Json::array();
    for (const AvailabilityGroup& group : groupsOf(snapshot, dag))
        dags.push_back(groupJson(snapshot, runs, group));
    for (const Server& server : snapshot.servers) {
        if (server.dag.empty() && dag.empty()) standalone.push_back(serverJson(snapshot, runs, server));
    }
    for (const ReadingError& error : snapshot.errors)
        errors.push_back({{"source", error.server.empty() ? snapshot.source : error.server.text()},
                          {"part", toString(error.section)},
                          {"kind", toString(error.error.kind)},
                          {"text", error.error.summary()}});
    const Json status{{"takenAt", toIso(snapshot.takenAt)},
                      {"source", snapshot.source},
                      {"dags", std::move(dags)},
                      {"standalone", std::move(standalone)},
                      {"attention", dag.empty() ? issuesJson(snapshot, {}) : Json::array()},
                      {"errors", std::move(errors)}};
    return oneLine ? line(status) + "\n" : lines(status);
}

std::string checksAsJson(const std::vector<Check>& checks)
{
    Json list = Json::array();
    for (const Check& check : checks)
        list.push_back({{"id", check.id},
                        {"title", check.title.english()},
                        {"result", toString(check.result)},
                        {"expected", check.expected.english()},
                        {"found", check.found.english()},
                        {"evidence", check.evidence},
                        {"why", check.why.english()},
                        {"overridable", check.overridable}});
    return lines({{"checks", std::move(list)}});
}

namespace {

void addRebalance(Json& made, const Plan& plan, const DagSnapshot& basis)
{
    Json databases = Json::array(), servers = Json::array();
    for (const auto& place : plan.places)
        databases.push_back({{"database", place.database.text()},
                             {"server", place.activeOn.text()},
                             {"preferred", place.preferred.text()},
                             {"atHome", place.atHome()},
                             {"goesHome", place.goesHome()},
                             {"copyQueueLength", orNull(place.copyQueueLength)},
                             {"replayQueueLength", orNull(place.replayQueueLength)},
                             {"lagged", place.replayLag > Duration::zero()},
                             {"reason", place.refusal.english()}});
    for (const auto& share : sharesOf(plan.places))
        servers.push_back({{"server", share.server.text()},
                           {"active", share.before},
                           {"planned", share.planned},
                           {"preferred", share.preferred}});
    made["group"] = plan.group;
    made["databases"] = std::move(databases);
    made["servers"] = std::move(servers);
    const auto* group = basis.group(DagName(plan.group));
    made["homeBy"] = group ? orNull(homeBy(*group, basis.takenAt)) : Json(nullptr);
    made["forecast"] = group ? homeForecast(*group, basis.takenAt).english() : "";
}

} // namespace

std::string planAsJson(const Plan& plan, const std::vector<DryRunLine>& dryRun, const DagSnapshot& basis)
{
    Json steps = Json::array(), single = Json::array();
    for (std::size_t n = 0; n < plan.steps.size(); ++n) {
        const Step& step = plan.steps[n];
        Json one{{"n", n + 1},
                 {"kind", toString(step.kind)},
                 {"title", step.title.english()},
                 {"why", step.why.english()},
                 {"commands", commandsJson(step.commands)},
                 {"verification", conditionsJson(step.verification)},
                 {"undo", commandsJson(step.undo)},
                 {"byHand", step.byHand},
                 {"timeoutSeconds", std::chrono::duration_cast<std::chrono::seconds>(step.timeout).count()}};
        if (const DryRunLine* line = lineOf(dryRun, n, step.kind)) {
            one["wouldBeSkipped"] = line->wouldBeSkipped;
            one["now"] = line->text.english();
        }
        steps.push_back(std::move(one));
    }
    for (const domain::DatabaseName& database : plan.singleCopyDatabases)
        single.push_back(database.text());
    Json made{{"direction", toString(plan.runKind)},
              {"server", plan.server.text()},
              {"fqdn", plan.serverFqdn},
              {"domainController", plan.domainController},
              {"redirectTarget", plan.redirectTarget},
              {"singleCopyDatabases", std::move(single)}};
    if (plan.runKind == RunKind::Rebalance) addRebalance(made, plan, basis);
    made["steps"] = std::move(steps);
    return lines(made);
}

std::string runsAsJson(const std::vector<RunListing>& runs, const std::vector<ports::CampaignListing>& campaigns)
{
    Json list = Json::array(), rolling = Json::array();
    for (const RunListing& run : runs)
        list.push_back(runJson(run));
    for (const auto& campaign : campaigns)
        rolling.push_back(campaignJson(campaign));
    return lines({{"runs", std::move(list)}, {"campaigns", std::move(rolling)}});
}

std::string campaignStateWord(const ports::CampaignListing& campaign)
{
    if (campaign.error) return "unreadable";
    if (campaign.inUse) return "running";
    return campaign.state.resumable() ? "unfinished" : toString(campaign.state.outcome);
}

std::string runStateWord(const RunListing& run)
{
    if (run.error) return "unreadable";
    if (run.inUse) return "running";
    if (run.notStarted) return "never-begun";
    return run.run.resumable() ? "unfinished" : toString(run.run.outcome);
}

std::string stageAsJson(const controllers::StageReport& report)
{
    Json json{{"stage", toString(report.stage)}, {"result", toString(report.result)}};
    if (!report.server.empty()) json["server"] = report.server;
    if (!report.found.empty()) json["found"] = report.found.english();
    if (report.error) json["error"] = {{"kind", toString(report.error->kind)}, {"text", report.error->summary()}};
    if (report.certificate) {
        const auto& certificate = *report.certificate;
        json["certificate"] = {{"host", certificate.host},
                               {"subject", certificate.subject},
                               {"issuer", certificate.issuer},
                               {"names", certificate.names},
                               {"validFrom", toIso(certificate.validFrom)},
                               {"validUntil", toIso(certificate.validUntil)},
                               {"sha256", certificate.sha256},
                               {"problems", texts(certificate.problems)},
                               {"pinnable", certificate.pinnable}};
    }
    if (report.result == controllers::TestResult::Warning && !report.members.empty()) json["members"] = report.members;
    return line(json);
}

std::string labEvent(const app::LabConnection& lab, bool withPassword)
{
    Json nodes = Json::object();
    for (auto it = lab.profile.nodeUrls.cbegin(); it != lab.profile.nodeUrls.cend(); ++it)
        nodes[it.key().toStdString()] = it.value().toStdString();
    Json made{{"event", "listening"},
              {"scenario", lab.scenario.toStdString()},
              {"exchange", lab.profile.url.toStdString()},
              {"nodes", std::move(nodes)},
              {"clients", lab.profile.clientUrlTemplate.toStdString()},
              {"user", lab.profile.user.toStdString()}};
    if (withPassword) made["password"] = std::string(lab.password.reveal());
    if (lab.controlPort) made["control"] = *lab.controlPort;
    return line(made);
}

std::string injectOrder(const FaultOptions& fault)
{
    Json made{{"kind", fault.kind}, {"skip", fault.skip}, {"delay", fault.delay}, {"at", fault.at}};
    if (fault.always)
        made["always"] = true;
    else
        made["count"] = fault.count;
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) made[key] = text;
    };
    add("operation", fault.operation);
    add("cmdlet", fault.cmdlet);
    add("server", fault.server);
    add("database", fault.database);
    add("message", fault.message);
    return line({{"inject", std::move(made)}});
}

std::string runEvent(const RunState& run)
{
    return line(
        {{"event", "run"}, {"id", run.id}, {"kind", toString(run.plan.runKind)}, {"server", run.plan.server.text()}});
}

std::string campaignEvent(const CampaignState& campaign)
{
    return line({{"event", "campaign"},
                 {"id", campaign.id},
                 {"group", campaign.plan.group},
                 {"servers", namesJson(campaign.plan.servers)}});
}

std::string campaignStageEvent(const CampaignState& campaign, std::size_t server, CampaignStage kind)
{
    const auto& stage = campaign.servers[server].at(kind);
    Json made{{"event", "stage"},        {"server", campaign.servers[server].server.text()},
              {"n", server + 1},         {"of", campaign.servers.size()},
              {"stage", toString(kind)}, {"state", toString(stage.status)}};
    if (!stage.runId.empty()) made["run"] = stage.runId;
    if (!stage.found.empty()) made["found"] = stage.found;
    if (stage.status == StageStatus::Running && !campaign.waitingFor.empty()) made["waitingFor"] = campaign.waitingFor;
    if (stage.error) made["error"] = errorJson(*stage.error);
    return line(made);
}

std::string progressEvent(const RunState& run)
{
    return line({{"event", "progress"}, {"databasesLeft", run.databasesLeft()}, {"queued", orNull(run.queued)}});
}

std::string commandErrorEvent(std::size_t step, const std::string& command, const Error& error)
{
    return line({{"event", "command-error"}, {"n", step + 1}, {"command", command}, {"error", errorJson(error)}});
}

std::string noteEvent(const std::string& text) { return line({{"event", "note"}, {"text", text}}); }

std::string endEvent(const std::string& outcome, int exitCode)
{
    return line({{"event", "end"}, {"outcome", outcome}, {"exit", exitCode}});
}

std::string stepEvent(const RunState& run, std::size_t index, const StepEvent& event)
{
    const StepState& state = run.steps[index];
    const Step& step = run.plan.steps[index];
    Json made{{"event", "step"},
              {"n", index + 1},
              {"of", run.steps.size()},
              {"title", step.title.english()},
              {"kind", toString(step.kind)},
              {"state", event.state},
              {"command", event.command},
              {"waitingFor", state.waitingFor.english()},
              {"elapsedMs", event.elapsedMs}};
    if (state.error) made["error"] = errorJson(*state.error);
    return line(made);
}

} // namespace drydock::ctl
