// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/preflight_enter.h"

#include "model/domain/messages.h"
#include "model/domain/redundancy.h"
#include "model/domain/server_state.h"
#include "model/maintenance/messages.h"
#include "model/maintenance/original_settings.h"
#include "model/maintenance/plan_context.h"
#include "model/maintenance/redirect_target.h"

#include <algorithm>

namespace drydock::maintenance::checks {

using namespace domain;

namespace {

std::string describeCopy(const DatabaseCopy& copy)
{
    const auto text = [](const std::optional<std::int64_t>& length) {
        return length ? std::to_string(*length) : std::string("?");
    };
    return copy.name() + " " + copy.status.text + " copy " + text(copy.copyQueueLength) + " replay " +
           text(copy.replayQueueLength) + (copy.lagged() ? " lagged" : "");
}

bool hasCopyOn(const Database& database, const ServerName& server)
{
    return std::find(database.servers.begin(), database.servers.end(), server) != database.servers.end();
}

std::vector<ServerName> othersNotServing(const Context& context)
{
    std::vector<ServerName> names;
    for (const auto* other : context.snapshot.otherMembers(context.input.server))
        if (stateOf(context.snapshot, other->name) != ServerState::Serving) names.push_back(other->name);
    return names;
}

} // namespace

Check copiesElsewhere(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    // Two good copies elsewhere are expected; a DAG of two members can have only one.
    const int wanted = snapshot.otherMembers(input.server).size() == 1 ? 1 : 2;
    const bool othersDown = !othersNotServing(context).empty();
    Check check;
    check.title = sentence<"check-copies-elsewhere">();
    check.expected = sentence<"check-copies-elsewhere-expected">(std::to_string(wanted));
    check.why = sentence<"check-copies-elsewhere-why">();
    const RedundancyIndex index(snapshot);
    int least = -1;
    for (const auto& database : snapshot.databases) {
        if (!hasCopyOn(database, input.server) || database.singleCopy() || database.recovery ||
            database.excludedFromMonitoring)
            continue;
        const int good = index.goodCopies(database.name, input.server);
        if (least < 0 || good < least) {
            least = good;
            check.found = sentence<"least-copies">(std::to_string(good), database.name.text());
        }
        if (good == 0 || (good < wanted && othersDown))
            raise(check, CheckResult::Block);
        else if (good < wanted)
            raise(check, CheckResult::Warn);
        for (const auto* copy : index.copiesOf(database.name))
            if (copy->server != input.server) check.evidence.push_back(describeCopy(*copy));
    }
    if (least < 0) check.found = sentence<"no-replicated-copy">(input.server.text());
    if (!snapshot.covers(SnapshotSection::Databases)) {
        check.found = sentence<"databases-not-read">();
        raise(check, CheckResult::Block);
    }
    return check;
}

Check singleCopy(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-single-copy">();
    check.expected = sentence<"none">();
    check.found = check.expected;
    check.why = sentence<"check-single-copy-why">();
    for (const auto& database : snapshot.databases)
        if (hasCopyOn(database, input.server) && database.singleCopy() && !database.recovery)
            check.evidence.push_back(database.name.text() + " has one copy, on " + input.server.text());
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Block;
    std::string names;
    for (const auto& line : check.evidence)
        names += (names.empty() ? "" : ", ") + line.substr(0, line.find(" has one copy"));
    check.found = domain::sentence<"verbatim">(names);
    return check;
}

Check otherInMaintenance(const Context& context)
{
    Check check;
    check.title = sentence<"check-other-in-maintenance">();
    check.expected = sentence<"all-are-serving">();
    check.found = check.expected;
    check.why = sentence<"check-other-in-maintenance-why">();
    const auto names = othersNotServing(context);
    for (const auto* other : context.snapshot.otherMembers(context.input.server))
        check.evidence.push_back(other->name.text() + " " + toString(stateOf(context.snapshot, other->name)));
    if (names.empty()) return check;
    check.result = CheckResult::Warn;
    check.found =
        domain::sentence<"detail-of">(names.front().text(), stateWord(stateOf(context.snapshot, names.front())));
    return check;
}

Check quorum(const Context& context)
{
    Check check;
    check.title = sentence<"check-quorum">();
    check.expected = sentence<"check-quorum-expected">(context.input.server.text());
    check.why = sentence<"check-quorum-why">();
    const auto* group = context.snapshot.groupOf(context.input.server);
    if (!group || !group->statusKnown) {
        check.result = CheckResult::Warn;
        check.found = sentence<"cluster-did-not-answer">();
        return check;
    }
    const auto votes = quorumOf(*group, context.snapshot.nodes);
    check.found = sentence<"votes-needed">(std::to_string(votes.votes), std::to_string(votes.total),
                                           std::to_string(votes.needed));
    check.evidence.push_back("WitnessShareInUse " + group->witnessInUse.text);
    for (const auto& member : group->servers)
        check.evidence.push_back(member.text() + (group->isOperational(member) ? " up" : " down"));
    const int without = votesWithout(*group, context.snapshot.nodes, context.input.server);
    if (without < votes.needed) check.result = CheckResult::Block;
    // A paused node votes, and is likely to be restarted.
    for (const auto& member : group->servers) {
        if (member == context.input.server || !group->isPaused(member)) continue;
        raise(check, CheckResult::Warn);
        check.evidence.push_back(member.text() + " is paused: its vote is lost when it restarts");
        check.found = sentence<"vote-at-risk">(member.text(), std::to_string(without), std::to_string(votes.needed));
    }
    return check;
}

Check redirectTarget(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    const auto usable = redirectTargets(snapshot, input.server);
    const auto chosen = input.redirectTarget.empty() && !usable.empty() ? usable.front() : input.redirectTarget;
    Check check;
    check.title = sentence<"check-redirect-target">();
    check.expected = sentence<"check-redirect-target-expected">();
    check.why = sentence<"check-redirect-target-why">();
    for (const auto& fqdn : usable)
        check.evidence.push_back(fqdn + " can take mail");
    if (chosen == noRedirect) {
        check.result = CheckResult::Warn;
        check.found = sentence<"no-redirect-chosen">();
    } else if (chosen.empty()) {
        check.result = CheckResult::Block;
        check.found = sentence<"no-member-takes-mail">();
    } else {
        const bool good = std::any_of(usable.begin(), usable.end(),
                                      [&](const auto& fqdn) { return equalsIgnoringCase(fqdn, chosen); });
        check.result = good ? CheckResult::Pass : CheckResult::Block;
        check.found = good ? domain::sentence<"verbatim">(chosen) : sentence<"cannot-take-mail">(chosen);
    }
    return check;
}

Check queues(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-queues">();
    check.expected = sentence<"check-queues-expected">();
    check.why = sentence<"check-queues-why">();
    if (!snapshot.covers(SnapshotSection::Queues, input.server)) {
        check.result = CheckResult::Warn;
        check.found = sentence<"queues-not-read">();
        return check;
    }
    check.found = sentence<"messages-queued">(std::to_string(snapshot.queuedMessages(input.server)));
    for (const auto* queue : snapshot.queuesOf(input.server)) {
        if (queue->messageCount == 0) continue;
        check.evidence.push_back(queue->identity + " " + queue->status + " " + std::to_string(queue->messageCount));
        const auto found = assess(*queue);
        if (found.severity < Severity::Warning) continue;
        raise(check, CheckResult::Warn);
        check.found = domain::sentence<"detail-of">(queue->identity, found.reasons.front());
    }
    return check;
}

Check clusterNode(const Context& context)
{
    const auto now = readOriginalSettings(context.snapshot, context.input.server);
    Check check;
    check.title = sentence<"check-cluster-node">(context.input.server.text());
    check.expected = sentence<"check-cluster-node-expected">();
    check.found = domain::sentence<"verbatim">(now.node.text);
    check.why = sentence<"check-cluster-node-why">();
    if (canPauseNode(now)) return check;
    check.result = CheckResult::Warn;
    if (now.node.value == NodeState::Unknown) check.found = sentence<"cluster-did-not-answer">();
    check.evidence.emplace_back("the plan has no step for the cluster node");
    return check;
}

Check dismountedDatabases(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-dismounted">(input.server.text());
    check.expected = sentence<"none">();
    check.found = check.expected;
    check.why = sentence<"check-dismounted-why">();
    for (const auto& database : snapshot.databases) {
        if (database.recovery || database.mounted.value_or(true)) continue;
        for (const auto* copy : snapshot.copiesOf(database.name))
            if (copy->server == input.server && copy->active)
                check.evidence.push_back(copy->name() + " " + copy->status.text);
    }
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Block;
    check.found = domain::sentence<"verbatim">(check.evidence.front());
    return check;
}

Check backupOrSeed(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-backup-or-seed">();
    check.expected = sentence<"none">();
    check.found = check.expected;
    check.why = sentence<"check-backup-or-seed-why">();
    for (const auto& database : snapshot.databases)
        if (database.backupInProgress.value_or(false) && database.mountedOn == input.server)
            check.evidence.push_back(database.name.text() + " is being backed up");
    for (const auto* copy : snapshot.copiesOn(input.server))
        if (copy->status.value == CopyStatus::Seeding || copy->status.value == CopyStatus::SeedingSource)
            check.evidence.push_back(copy->name() + " " + copy->status.text);
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Warn;
    check.found = domain::sentence<"verbatim">(check.evidence.front());
    return check;
}

Check primaryActiveManager(const Context& context)
{
    Check check;
    check.title = sentence<"check-primary-active-manager">();
    check.expected = sentence<"check-primary-active-manager-expected">();
    check.why = sentence<"check-primary-active-manager-why">();
    const auto* group = context.snapshot.groupOf(context.input.server);
    if (!group || !group->statusKnown || group->primaryActiveManager.empty()) {
        check.result = CheckResult::Warn;
        check.found = sentence<"cluster-did-not-answer">();
    } else
        check.found = domain::sentence<"verbatim">(group->primaryActiveManager.text());
    return check;
}

Check policyBlockedBefore(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-policy-blocked-before">();
    check.expected = sentence<"check-policy-blocked-before-expected">();
    check.found = sentence<"none">();
    check.why = sentence<"check-policy-blocked-before-why">();
    // Settings that an unfinished run made are left out, because they are not kept.
    const auto before = input.plan ? input.plan->original : readOriginalSettings(snapshot, input.server);
    if (before.policy.value == AutoActivationPolicy::Blocked)
        check.evidence.push_back("DatabaseCopyAutoActivationPolicy Blocked");
    if (before.activationDisabledAndMoveNow) check.evidence.push_back("DatabaseCopyActivationDisabledAndMoveNow True");
    for (const auto& line : heldDown(before))
        check.evidence.push_back(line);
    if (before.node.value == NodeState::Paused) check.evidence.push_back("cluster node Paused");
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Warn;
    check.found = domain::sentence<"verbatim">(check.evidence.front());
    return check;
}

Check inheritedSettings(const Context& context)
{
    const auto& from = context.input.plan->inheritedFrom;
    Check check;
    check.title = sentence<"check-original-settings">();
    check.result = CheckResult::Warn;
    check.expected = sentence<"check-inherited-settings-expected">();
    check.found = sentence<"settings-inherited-from">(from);
    check.why = sentence<"check-inherited-settings-why">();
    const auto& recorded = context.input.original;
    check.evidence = linesOf(
        {context.input.plan->original, from, recorded && *recorded ? (*recorded)->at : std::optional<Time>(), true});
    return check;
}

} // namespace drydock::maintenance::checks
