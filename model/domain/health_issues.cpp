// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/health_issues.h"

#include "model/domain/messages.h"
#include "model/domain/redundancy.h"
#include "model/domain/server_state.h"

#include <algorithm>
#include <set>

namespace drydock::domain {
namespace {

LocalizableText copyAdvice(const DatabaseCopy& copy, const ServerName& activeOn)
{
    if (copy.dismountedOnPurpose()) return {};
    if (!copy.active && !copy.lastLogPublished) return sentence<"look-at-the-active-side">(activeOn.text());
    switch (copy.status.value) {
    case CopyStatus::Failed:
    case CopyStatus::FailedAndSuspended:
        return sentence<"resume-or-reseed">();
    case CopyStatus::Suspended:
        return sentence<"resume-when-reason-gone">();
    case CopyStatus::ServiceDown:
        return sentence<"start-replication">(copy.server.text());
    case CopyStatus::Dismounted:
        return sentence<"mount-or-activate">();
    case CopyStatus::Healthy:
        if (copy.copyQueueLength.value_or(0) > 0) return sentence<"look-at-network-and-disk">(copy.server.text());
        return {};
    default:
        return {};
    }
}

std::set<ServerName> unmanagedServers(const DagSnapshot& snapshot)
{
    std::set<ServerName> names;
    for (const auto& server : snapshot.servers)
        if (!server.managed()) names.insert(server.name);
    return names;
}

// Nothing is read of the copies of a database that is on unmanaged servers alone.
bool isOnlyOn(const std::set<ServerName>& unmanaged, const Database& database)
{
    return !database.servers.empty() && std::all_of(database.servers.begin(), database.servers.end(),
                                                    [&](const ServerName& name) { return unmanaged.contains(name); });
}

void addDatabases(const DagSnapshot& snapshot, const RedundancyIndex& index, std::vector<HealthIssue>& list)
{
    const auto unmanaged = unmanagedServers(snapshot);
    for (const auto& database : snapshot.databases) {
        if (database.recovery || database.excludedFromMonitoring || database.dag.empty()) continue;
        if (database.dismountedOnPurpose() || isOnlyOn(unmanaged, database)) continue;
        const auto subject = database.name.text();
        if (database.singleCopy()) {
            const auto server = database.servers.empty() ? database.mountedOn : database.servers.front();
            list.push_back({Severity::Warning, subject, sentence<"one-copy-only">(server.text()),
                            sentence<"add-copy-or-move-mailboxes">(), server, database.name});
            continue;
        }
        if (index.copiesOf(database.name).empty()) continue;
        const int good = index.goodCopies(database.name);
        if (good > 1) continue;
        const auto text = good == 1 ? sentence<"one-good-copy-left">() : sentence<"no-good-copy-left">();
        list.push_back({good == 1 ? Severity::Warning : Severity::Critical,
                        subject,
                        text,
                        sentence<"wait-for-another-copy">(),
                        {},
                        database.name});
    }
}

void addCopies(const DagSnapshot& snapshot, const RedundancyIndex& index, std::vector<HealthIssue>& list)
{
    for (const auto& copy : snapshot.copies) {
        const auto found = assess(copy);
        // A database that is left dismounted is worth a line, though no alarm; a recovery database is not.
        const bool leftDismounted = copy.dismountedOnPurpose() && !copy.recovery;
        if ((found.severity < Severity::Unknown && !leftDismounted) || found.reasons.empty()) continue;
        list.push_back({found.severity, copy.name(), found.reasons.front(),
                        copyAdvice(copy, index.activeOn(copy.database)), copy.server, copy.database});
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
                advice = sentence<"managed-availability-took-it-down">();
            else if (!equalsIgnoringCase(entry.requester, requester::maintenance) && advice.empty())
                advice = sentence<"set-it-active">(entry.requester);
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
        if (state == ServerState::Inconsistent || state == ServerState::Unreachable || state == ServerState::Blocked ||
            state == ServerState::NotManaged)
            list.push_back({severityOf(state), server.name.text(), found.reasons.front(), {}, server.name, {}});
        for (const auto* stopped : stoppedServices(snapshot, server.name))
            list.push_back({Severity::Critical,
                            server.name.text(),
                            sentence<"service-is">(stopped->name, stopped->status),
                            sentence<"start-the-service">(),
                            server.name,
                            {}});
    }
}

void addGroups(const DagSnapshot& snapshot, std::vector<HealthIssue>& list)
{
    for (const auto& group : snapshot.groups) {
        if (!group.statusKnown) continue;
        const auto quorum = quorumOf(group, snapshot.nodes);
        const auto votes = std::to_string(quorum.votes);
        const auto needed = std::to_string(quorum.needed);
        if (!quorum.holds())
            list.push_back(
                {Severity::Critical, group.name.text(), sentence<"votes">(votes, needed), {}, {}, {}, group.name});
        else if (!quorum.survivesLossOfOne())
            list.push_back({Severity::Warning,
                            group.name.text(),
                            sentence<"votes-without-spare">(votes, needed),
                            sentence<"bring-members-back">(),
                            {},
                            {},
                            group.name});
        if (group.witnessInUse.value == WitnessShareInUse::InvalidConfiguration)
            list.push_back({Severity::Warning,
                            group.name.text(),
                            sentence<"witness-misconfigured">(),
                            sentence<"check-the-witness">(),
                            {},
                            {},
                            group.name});
        for (const auto& stopped : group.stoppedServers)
            list.push_back(
                {Severity::Warning, stopped.text(), sentence<"stopped-in">(group.name.text()), {}, stopped, {}});
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
        list.push_back({Severity::Unknown,
                        failed.server.empty() ? snapshot.source : failed.server.text(),
                        sentence<"section-not-read">(sectionName(failed.section), failed.error.summary()),
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
    const RedundancyIndex index(snapshot);
    addDatabases(snapshot, index, list);
    addCopies(snapshot, index, list);
    addComponents(snapshot, list);
    addQueues(snapshot, list);
    addErrors(snapshot, list);
    std::stable_sort(list.begin(), list.end(),
                     [](const HealthIssue& a, const HealthIssue& b) { return a.severity > b.severity; });
    return list;
}

} // namespace drydock::domain
