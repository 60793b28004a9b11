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

std::string numberOrUnknown(const auto& number) { return number ? std::to_string(*number) : std::string("?"); }

// Returns "MAIL2 (preference 2, copy queue 0, replay queue 0)", or "not MAIL3 (lagged copy)".
std::string describe(const ActivationCandidate& candidate)
{
    if (!candidate.accepted()) return "not " + candidate.server.text() + " (" + candidate.refusal.english() + ")";
    const auto& copy = *candidate.copy;
    return candidate.server.text() + " (preference " + numberOrUnknown(copy.activationPreference) + ", copy queue " +
           numberOrUnknown(copy.copyQueueLength) + ", replay queue " + numberOrUnknown(copy.replayQueueLength) +
           (candidate.countsLast ? ", " + domain::sentence<"index-crawling-counts-last">().english() : "") + ")";
}

// Returns one line on the database: where it goes, or is, and which other copies can become active, or why not.
std::string describe(const DatabaseOutlook& outlook, const ServerName& activeOn)
{
    auto line = outlook.database->name.text();
    if (!outlook.activeHere)
        line += activeOn.empty() ? ": not known where it is active" : ": active on " + activeOn.text();
    else
        line += outlook.destination.target() ? " goes to" : " stays";
    bool first = outlook.activeHere && outlook.destination.target();
    for (const auto& candidate : outlook.destination.candidates) {
        line += (first ? " " : "; ") + describe(candidate);
        first = false;
    }
    return line;
}

// What a database without a place is told of: the reason against its first candidate.
LocalizableText reasonToStay(const DatabaseOutlook& outlook)
{
    const auto& name = outlook.database->name.text();
    const auto& candidates = outlook.destination.candidates;
    return candidates.empty() ? sentence<"nowhere-to-go">(name, sentence<"none">())
                              : sentence<"nowhere-to-go">(name, candidates.front().refusal);
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
    LocalizableText stays;
    LocalizableText last;
    for (const auto& outlook : outlookWithout(snapshot, index, input.server)) {
        const auto& database = *outlook.database;
        const int good = outlook.goodElsewhere;
        if (least < 0 || good < least) {
            least = good;
            check.found = sentence<"least-copies">(std::to_string(good), database.name.text());
        }
        if (!outlook.keepsService() || (good < wanted && othersDown))
            raise(check, CheckResult::Block);
        else if (good < wanted)
            raise(check, CheckResult::Warn);
        if (outlook.activeHere && !outlook.keepsService() && stays.empty()) stays = reasonToStay(outlook);
        const auto* target = outlook.activeHere ? outlook.destination.target() : nullptr;
        if (target && target->countsLast) {
            raise(check, CheckResult::Warn);
            last = sentence<"counts-last">(database.name.text(), target->server.text());
        }
        check.evidence.push_back(describe(outlook, index.activeOn(database.name)));
    }
    if (least < 0) check.found = sentence<"no-replicated-copy">(input.server.text());
    if (!stays.empty())
        check.found = stays;
    else if (!last.empty() && check.result == CheckResult::Warn)
        check.found = last;
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
    std::string names;
    for (const auto& database : snapshot.databases) {
        if (!snapshot.hasCopy(database, input.server) || !database.singleCopy() || database.recovery) continue;
        const auto& name = database.name.text();
        if (database.dismountedOnPurpose()) {
            check.evidence.push_back(name + ": " + domain::sentence<"dismounted-on-purpose">().english());
            continue;
        }
        check.evidence.push_back(name + " has one copy, on " + input.server.text());
        names += (names.empty() ? "" : ", ") + name;
    }
    if (names.empty()) return check;
    check.result = CheckResult::Block;
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
    for (const auto* copy : snapshot.copiesOn(input.server)) {
        const auto* database = snapshot.database(copy->database);
        const bool mounted = copy->status.value == CopyStatus::Mounted && (!database || database->mounted != false);
        const bool known = copy->status.value == CopyStatus::Dismounted || (database && database->mounted == false);
        if (!copy->active || copy->recovery || mounted || !known) continue;
        const auto line = copy->name() + " " + copy->status.text;
        if (copy->dismountedOnPurpose()) {
            check.evidence.push_back(line + ", its MountAtStartup is False");
            continue;
        }
        check.evidence.push_back(line);
        if (check.result == CheckResult::Pass) check.found = domain::sentence<"verbatim">(line);
        check.result = CheckResult::Block;
    }
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
