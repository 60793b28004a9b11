#include "model/domain/health_issues.h"

#include "model/domain/redundancy.h"
#include "model/domain/server_state.h"

#include <algorithm>

namespace drydock::domain {
namespace {

LocalizableText copyAdvice(const DatabaseCopy& copy)
{
    switch (copy.status.value) {
    case CopyStatus::Failed:
    case CopyStatus::FailedAndSuspended:
        return {DRYDOCK_TEXT("model", "resume the copy, or reseed it if it fails again"), {}};
    case CopyStatus::Suspended:
        return {DRYDOCK_TEXT("model", "resume the copy when its reason is gone"), {}};
    case CopyStatus::ServiceDown:
        return {DRYDOCK_TEXT("model", "start MSExchangeRepl on %1"), {copy.server.text()}};
    case CopyStatus::Dismounted:
        return {DRYDOCK_TEXT("model", "mount the database, or activate another copy"), {}};
    case CopyStatus::Healthy:
        if (copy.copyQueueLength.value_or(0) > 0)
            return {DRYDOCK_TEXT("model", "look at network and disk of %1"), {copy.server.text()}};
        return {};
    default:
        return {};
    }
}

void addDatabases(const DagSnapshot& snapshot, std::vector<HealthIssue>& list)
{
    const RedundancyIndex index(snapshot);
    for (const auto& database : snapshot.databases) {
        if (database.recovery || database.excludedFromMonitoring || database.dag.empty()) continue;
        const auto subject = database.name.text();
        if (database.singleCopy()) {
            const auto server = database.servers.empty() ? database.mountedOn : database.servers.front();
            list.push_back(
                {Severity::Warning,
                 subject,
                 {DRYDOCK_TEXT("model", "has one copy only, on %1"), {server.text()}},
                 {DRYDOCK_TEXT("model",
                               "its users lose service when the server goes down: add a copy, or move the mailboxes"),
                  {}},
                 server,
                 database.name});
            continue;
        }
        if (index.copiesOf(database.name).empty()) continue;
        const int good = index.goodCopies(database.name);
        if (good > 1) continue;
        const auto text = good == 1 ? LocalizableText{DRYDOCK_TEXT("model", "one good copy is left"), {}}
                                    : LocalizableText{DRYDOCK_TEXT("model", "no good copy is left"), {}};
        list.push_back({good == 1 ? Severity::Warning : Severity::Critical,
                        subject,
                        text,
                        {DRYDOCK_TEXT("model", "take no server down before another copy is healthy"), {}},
                        {},
                        database.name});
    }
}

void addCopies(const DagSnapshot& snapshot, std::vector<HealthIssue>& list)
{
    for (const auto& copy : snapshot.copies) {
        const auto found = assess(copy);
        if (found.severity < Severity::Unknown || found.reasons.empty()) continue;
        list.push_back(
            {found.severity, copy.name(), found.reasons.front(), copyAdvice(copy), copy.server, copy.database});
    }
}

void addComponents(const DagSnapshot& snapshot, std::vector<HealthIssue>& list)
{
    for (const auto& component : snapshot.components) {
        const auto found = assess(component);
        if (found.severity < Severity::Unknown || found.reasons.empty()) continue;
        LocalizableText advice;
        for (const auto& entry : component.heldDownBy())
            if (equalsIgnoringCase(entry.requester, "HealthApi"))
                advice = {
                    DRYDOCK_TEXT("model",
                                 "managed availability took it down: look at the server's health before changing it"),
                    {}};
            else if (!equalsIgnoringCase(entry.requester, requester::maintenance) && advice.empty())
                advice = {DRYDOCK_TEXT("model", "set it Active with the requester %1"), {entry.requester}};
        list.push_back({found.severity,
                        component.component + " on " + component.server.text(),
                        found.reasons.front(),
                        advice,
                        component.server,
                        {}});
    }
}

void addServers(const DagSnapshot& snapshot, std::vector<HealthIssue>& list)
{
    for (const auto& server : snapshot.servers) {
        const auto state = stateOf(snapshot, server.name);
        const auto found = assessServer(snapshot, server.name);
        if (state == ServerState::Inconsistent || state == ServerState::Unreachable || state == ServerState::Blocked)
            list.push_back({severityOf(state), server.name.text(), found.reasons.front(), {}, server.name, {}});
        for (const auto* stopped : stoppedServices(snapshot, server.name))
            list.push_back({Severity::Critical,
                            server.name.text(),
                            {DRYDOCK_TEXT("model", "service %1 is %2"), {stopped->name, stopped->status}},
                            {DRYDOCK_TEXT("model", "start the service"), {}},
                            server.name,
                            {}});
    }
}

void addGroups(const DagSnapshot& snapshot, std::vector<HealthIssue>& list)
{
    for (const auto& group : snapshot.groups) {
        if (!group.statusKnown) continue;
        const auto quorum = quorumOf(group);
        const std::vector<std::string> votes{std::to_string(quorum.votes), std::to_string(quorum.needed)};
        if (!quorum.holds())
            list.push_back({Severity::Critical,
                            group.name.text(),
                            {DRYDOCK_TEXT("model", "has %1 votes and needs %2"), votes},
                            {},
                            {},
                            {},
                            group.name});
        else if (!quorum.survivesLossOfOne())
            list.push_back({Severity::Warning,
                            group.name.text(),
                            {DRYDOCK_TEXT("model", "has %1 votes and needs %2: it stops when one more is lost"), votes},
                            {DRYDOCK_TEXT("model", "bring the missing members or the witness back first"), {}},
                            {},
                            {},
                            group.name});
        if (group.witnessInUse.value == WitnessShareInUse::InvalidConfiguration)
            list.push_back({Severity::Warning,
                            group.name.text(),
                            {DRYDOCK_TEXT("model", "the witness is not configured correctly"), {}},
                            {DRYDOCK_TEXT("model", "check the witness server and its share"), {}},
                            {},
                            {},
                            group.name});
        for (const auto& stopped : group.stoppedServers)
            list.push_back({Severity::Warning,
                            stopped.text(),
                            {DRYDOCK_TEXT("model", "is stopped in %1"), {group.name.text()}},
                            {},
                            stopped,
                            {}});
    }
}

void addQueues(const DagSnapshot& snapshot, std::vector<HealthIssue>& list)
{
    for (const auto& queue : snapshot.queues) {
        const auto found = assess(queue);
        if (found.severity < Severity::Unknown || found.reasons.empty()) continue;
        list.push_back({found.severity, queue.identity, found.reasons.front(), {}, queue.server, {}});
    }
}

void addErrors(const DagSnapshot& snapshot, std::vector<HealthIssue>& list)
{
    for (const auto& failed : snapshot.errors)
        list.push_back(
            {Severity::Unknown,
             failed.server.empty() ? snapshot.source : failed.server.text(),
             {DRYDOCK_TEXT("model", "%1 could not be read: %2"), {toString(failed.section), failed.error.summary()}},
             {},
             failed.server,
             {}});
}

} // namespace

std::vector<HealthIssue> healthIssues(const DagSnapshot& snapshot)
{
    std::vector<HealthIssue> list;
    addGroups(snapshot, list);
    addServers(snapshot, list);
    addDatabases(snapshot, list);
    addCopies(snapshot, list);
    addComponents(snapshot, list);
    addQueues(snapshot, list);
    addErrors(snapshot, list);
    std::stable_sort(list.begin(), list.end(),
                     [](const HealthIssue& a, const HealthIssue& b) { return a.severity > b.severity; });
    return list;
}

} // namespace drydock::domain
