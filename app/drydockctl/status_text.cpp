// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/status_text.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/text_table.h"
#include "model/domain/health_issues.h"
#include "model/domain/health_rules.h"
#include "model/domain/server_state.h"
#include "model/domain/visible_text.h"
#include "model/maintenance/organisation_record.h"

#include <algorithm>

namespace drydock::ctl {
namespace {

using namespace domain;

bool belongs(const DagSnapshot& snapshot, const ServerName& name, const DagName& dag)
{
    const Server* server = snapshot.server(name);
    return dag.empty() || (server && server->dag == dag);
}

template <class T> std::string orEmpty(const std::optional<T>& value)
{
    if constexpr (std::is_same_v<T, Time>)
        return value ? toIso(*value) : std::string();
    else
        return value ? std::to_string(*value) : std::string();
}

std::string servers(const DagSnapshot& snapshot, const DagName& dag)
{
    TextTable table(
        {"Server", "DAG", "State", "Version", "Site", "Active", "Policy", "MoveNow", "PAM", "Queued", "Inactive"});
    for (const Server& server : snapshot.servers) {
        if (!belongs(snapshot, server.name, dag)) continue;
        const auto copies = snapshot.copiesOn(server.name);
        const auto active =
            std::count_if(copies.begin(), copies.end(), [](const DatabaseCopy* copy) { return copy->active; });
        const auto inactive =
            std::count_if(snapshot.components.begin(), snapshot.components.end(), [&](const ComponentState& component) {
                return component.server == server.name && component.state == ServiceState::Inactive &&
                       !component.inactiveByDefault();
            });
        const AvailabilityGroup* group = snapshot.groupOf(server.name);
        table.add({server.name.text(), server.dag.text(), toString(stateOf(snapshot, server.name)),
                   server.version.text(), server.site, std::to_string(active) + "/" + std::to_string(copies.size()),
                   server.autoActivationPolicy.text,
                   !server.moveNowRead                   ? "?"
                   : server.activationDisabledAndMoveNow ? "True"
                                                         : "False",
                   group && group->primaryActiveManager == server.name ? "PAM" : "",
                   snapshot.covers(SnapshotSection::Queues, server.name)
                       ? std::to_string(snapshot.queuedMessages(server.name))
                       : "?",
                   snapshot.covers(SnapshotSection::Components, server.name) ? std::to_string(inactive) : "?"});
    }
    return table.text();
}

// The first columns are those of the maintenance procedure that administrators run by hand.
std::string copies(const DagSnapshot& snapshot, const DagName& dag)
{
    TextTable table({"Name", "Status", "CopyQueueLength", "ReplayQueueLength", "LastInspectedLogTime",
                     "ContentIndexState", "Judged"});
    for (const DatabaseCopy& copy : snapshot.copies) {
        if (belongs(snapshot, copy.server, dag))
            table.add({copy.name(), copy.status.text, orEmpty(copy.copyQueueLength), orEmpty(copy.replayQueueLength),
                       orEmpty(copy.lastInspectedLogTime), copy.contentIndexState, toString(assess(copy).severity)});
    }
    return table.text();
}

} // namespace

DagName dagOf(const DagSnapshot& snapshot, const HealthIssue& issue)
{
    if (!issue.dag.empty()) return issue.dag;
    if (const Server* server = snapshot.server(issue.server)) return server->dag;
    const Database* database = snapshot.database(issue.database);
    if (!database || !database->dag.empty() || database->servers.empty()) return database ? database->dag : DagName();
    const Server* server = snapshot.server(database->servers.front());
    return server ? server->dag : DagName();
}

bool hasWarnings(const DagSnapshot& snapshot, const DagName& dag)
{
    if (!snapshot.errors.empty()) return true;
    for (const HealthIssue& issue : healthIssues(snapshot)) {
        if (issue.severity >= Severity::Unknown && (dag.empty() || dagOf(snapshot, issue) == dag)) return true;
    }
    return false;
}

std::string statusAsTable(const DagSnapshot& snapshot, const DagName& dag)
{
    std::string result = servers(snapshot, dag) + "\n" + copies(snapshot, dag);
    const auto runs = maintenance::organisationRuns(snapshot.auditComments);
    for (const Server& server : snapshot.servers) {
        const auto* run = maintenance::runUnderWay(runs, server.name, stateOf(snapshot, server.name));
        if (run && belongs(snapshot, server.name, dag))
            result += "\n" + printable(maintenance::sentenceAbout(*run).english());
    }
    for (const HealthIssue& issue : healthIssues(snapshot)) {
        if (issue.severity > Severity::Ok && (dag.empty() || dagOf(snapshot, issue) == dag))
            result += "\n" + std::string(toString(issue.severity)) + ": " + printable(issue.subject) + ": " +
                      printable(issue.text.english());
    }
    for (const ReadingError& error : snapshot.errors)
        result += "\ncould not be read: " + printable(error.error.summary());
    return result + "\n" + toIso(snapshot.takenAt) + "\n";
}

std::string statusAsCsv(const DagSnapshot& snapshot, const DagName& dag)
{
    std::string result = "Name,Status,CopyQueueLength,ReplayQueueLength,LastInspectedLogTime,ContentIndexState,"
                         "ActivationPreference,Active,Severity,Server,ServerState\n";
    for (const DatabaseCopy& copy : snapshot.copies) {
        if (!belongs(snapshot, copy.server, dag)) continue;
        const std::vector<std::string> cells{copy.name(),
                                             copy.status.text,
                                             orEmpty(copy.copyQueueLength),
                                             orEmpty(copy.replayQueueLength),
                                             orEmpty(copy.lastInspectedLogTime),
                                             copy.contentIndexState,
                                             orEmpty(copy.activationPreference),
                                             copy.active ? "true" : "false",
                                             toString(assess(copy).severity),
                                             copy.server.text(),
                                             toString(stateOf(snapshot, copy.server))};
        for (std::size_t at = 0; at < cells.size(); ++at)
            result += (at ? "," : "") + domain::csvField(cells[at]);
        result += "\n";
    }
    return result;
}

} // namespace drydock::ctl
