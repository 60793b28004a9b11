// Checks before a server goes into maintenance, and before it comes back (exchange.md 3.1 and 3.3).
#include "model/domain/redundancy_index.h"
#include "model/maintenance/plan_builder.h"
#include "model/maintenance/preflight_checks.h"

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

// What will be restored, and who knows it.
std::vector<std::string> described(const RecordedSettings& recorded)
{
    const auto& settings = recorded.settings;
    std::vector<std::string> lines{"recorded by " + recorded.runId + (recorded.at ? ", " + toIso(*recorded.at) : "")};
    if (!settings.policy.text.empty()) lines.push_back("DatabaseCopyAutoActivationPolicy " + settings.policy.text);
    lines.push_back(std::string("DatabaseCopyActivationDisabledAndMoveNow ") +
                    (settings.activationDisabledAndMoveNow ? "True" : "False"));
    if (!settings.node.text.empty()) lines.push_back("cluster node " + settings.node.text);
    const auto held = heldDown(settings);
    lines.insert(lines.end(), held.begin(), held.end());
    if (held.empty()) lines.emplace_back("no component held down");
    for (const auto& service : settings.services)
        lines.push_back("service " + service.name + " " + service.status);
    return lines;
}

void raise(Check& check, CheckResult result) { check.result = std::max(check.result, result); }

} // namespace

Check copiesElsewhere(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    // Two good copies elsewhere; one is all that a two-member DAG can have.
    const int wanted = snapshot.otherMembers(input.server).size() == 1 ? 1 : 2;
    const bool othersDown = !othersNotServing(context).empty();
    Check check;
    check.id = "copies-elsewhere";
    check.title = {DRYDOCK_TEXT("model", "Good copies of every database elsewhere"), {}};
    check.expected = {DRYDOCK_TEXT("model", "at least %1 of each"), {std::to_string(wanted)}};
    check.why = {
        DRYDOCK_TEXT("model", "Databases move to these copies, and the next failure is survived by them alone."), {}};
    const RedundancyIndex index(snapshot);
    int least = -1;
    for (const auto& database : snapshot.databases) {
        if (!hasCopyOn(database, input.server) || database.singleCopy() || database.recovery ||
            database.excludedFromMonitoring)
            continue;
        const int good = index.goodCopies(database.name, input.server);
        if (least < 0 || good < least) {
            least = good;
            check.found = {DRYDOCK_TEXT("model", "least: %1, of %2"), {std::to_string(good), database.name.text()}};
        }
        if (good == 0 || (good < wanted && othersDown))
            raise(check, CheckResult::Block);
        else if (good < wanted)
            raise(check, CheckResult::Warn);
        for (const auto* copy : index.copiesOf(database.name))
            if (copy->server != input.server) check.evidence.push_back(describeCopy(*copy));
    }
    if (least < 0)
        check.found = {DRYDOCK_TEXT("model", "no replicated database has a copy on %1"), {input.server.text()}};
    if (!snapshot.covers(SnapshotSection::Databases)) {
        check.found = {DRYDOCK_TEXT("model", "the databases could not be read"), {}};
        raise(check, CheckResult::Block);
    }
    return check;
}

Check singleCopy(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.id = "single-copy";
    check.title = {DRYDOCK_TEXT("model", "Databases whose only copy is here"), {}};
    check.expected = {DRYDOCK_TEXT("model", "none"), {}};
    check.found = check.expected;
    check.why = {DRYDOCK_TEXT("model", "They cannot move: their users have no mailbox while the server is down."), {}};
    for (const auto& database : snapshot.databases)
        if (hasCopyOn(database, input.server) && database.singleCopy() && !database.recovery)
            check.evidence.push_back(database.name.text() + " has one copy, on " + input.server.text());
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Block;
    std::string names;
    for (const auto& line : check.evidence)
        names += (names.empty() ? "" : ", ") + line.substr(0, line.find(" has one copy"));
    check.found = {DRYDOCK_TEXT("model", "%1"), {names}};
    return check;
}

Check otherInMaintenance(const Context& context)
{
    Check check;
    check.id = "other-in-maintenance";
    check.title = {DRYDOCK_TEXT("model", "Other members"), {}};
    check.expected = {DRYDOCK_TEXT("model", "all are serving"), {}};
    check.found = check.expected;
    check.why = {DRYDOCK_TEXT("model", "Each member that is down takes its copies with it."), {}};
    const auto names = othersNotServing(context);
    for (const auto* other : context.snapshot.otherMembers(context.input.server))
        check.evidence.push_back(other->name.text() + " " + toString(stateOf(context.snapshot, other->name)));
    if (names.empty()) return check;
    check.result = CheckResult::Warn;
    check.found = {DRYDOCK_TEXT("model", "%1 is %2"),
                   {names.front().text(), toString(stateOf(context.snapshot, names.front()))}};
    return check;
}

Check quorum(const Context& context)
{
    Check check;
    check.id = "quorum";
    check.title = {DRYDOCK_TEXT("model", "Votes of the cluster"), {}};
    check.expected = {DRYDOCK_TEXT("model", "a majority without %1"), {context.input.server.text()}};
    check.why = {DRYDOCK_TEXT("model", "Without a majority every database of the DAG is dismounted."), {}};
    const auto* group = context.snapshot.groupOf(context.input.server);
    if (!group || !group->statusKnown) {
        check.result = CheckResult::Warn;
        check.found = {DRYDOCK_TEXT("model", "the cluster did not tell"), {}};
        return check;
    }
    const auto votes = quorumOf(*group);
    check.found = {DRYDOCK_TEXT("model", "%1 of %2 votes, %3 needed"),
                   {std::to_string(votes.votes), std::to_string(votes.total), std::to_string(votes.needed)}};
    check.evidence.push_back("WitnessShareInUse " + group->witnessInUse.text);
    for (const auto& member : group->servers)
        check.evidence.push_back(member.text() + (group->isOperational(member) ? " up" : " down"));
    const bool stays = group->isOperational(context.input.server) ? votes.survivesLossOfOne() : votes.holds();
    if (!stays) check.result = CheckResult::Block;
    return check;
}

Check redirectTarget(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    const auto usable = redirectTargets(snapshot, input.server);
    const auto chosen = input.redirectTarget.empty() && !usable.empty() ? usable.front() : input.redirectTarget;
    Check check;
    check.id = "redirect-target";
    check.title = {DRYDOCK_TEXT("model", "Where queued messages go"), {}};
    check.expected = {DRYDOCK_TEXT("model", "a member in service with HubTransport Active"), {}};
    check.why = {DRYDOCK_TEXT("model", "Messages that stay behind wait until the server is back."), {}};
    for (const auto& fqdn : usable)
        check.evidence.push_back(fqdn + " can take mail");
    if (chosen == "-") {
        check.result = CheckResult::Warn;
        check.found = {DRYDOCK_TEXT("model", "nowhere, as chosen: the queues must drain by themselves"), {}};
    } else if (chosen.empty()) {
        check.result = CheckResult::Block;
        check.found = {DRYDOCK_TEXT("model", "no member can take mail"), {}};
    } else {
        const bool good = std::any_of(usable.begin(), usable.end(),
                                      [&](const auto& fqdn) { return equalsIgnoringCase(fqdn, chosen); });
        check.result = good ? CheckResult::Pass : CheckResult::Block;
        check.found = good ? LocalizableText{DRYDOCK_TEXT("model", "%1"), {chosen}}
                           : LocalizableText{DRYDOCK_TEXT("model", "%1 cannot take mail now"), {chosen}};
    }
    return check;
}

Check queues(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.id = "queues";
    check.title = {DRYDOCK_TEXT("model", "Transport queues"), {}};
    check.expected = {DRYDOCK_TEXT("model", "readable, and moving"), {}};
    check.why = {DRYDOCK_TEXT("model", "A queue that is stuck now will not drain later."), {}};
    if (!snapshot.covers(SnapshotSection::Queues, input.server)) {
        check.result = CheckResult::Warn;
        check.found = {DRYDOCK_TEXT("model", "the queues could not be read"), {}};
        return check;
    }
    check.found = {DRYDOCK_TEXT("model", "messages queued: %1"),
                   {std::to_string(snapshot.queuedMessages(input.server))}};
    for (const auto* queue : snapshot.queuesOf(input.server)) {
        if (queue->messageCount == 0) continue;
        check.evidence.push_back(queue->identity + " " + queue->status + " " + std::to_string(queue->messageCount));
        const auto found = assess(*queue);
        if (found.severity < Severity::Warning) continue;
        raise(check, CheckResult::Warn);
        check.found = {DRYDOCK_TEXT("model", "%1: %2"), {queue->identity, found.reasons.front().english()}};
    }
    return check;
}

Check backupOrSeed(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.id = "backup-or-seed";
    check.title = {DRYDOCK_TEXT("model", "Backups and seeds under way"), {}};
    check.expected = {DRYDOCK_TEXT("model", "none"), {}};
    check.found = check.expected;
    check.why = {DRYDOCK_TEXT("model", "They would be cut off and start over."), {}};
    for (const auto& database : snapshot.databases)
        if (database.backupInProgress.value_or(false) && database.mountedOn == input.server)
            check.evidence.push_back(database.name.text() + " is being backed up");
    for (const auto* copy : snapshot.copiesOn(input.server))
        if (copy->status.value == CopyStatus::Seeding || copy->status.value == CopyStatus::SeedingSource)
            check.evidence.push_back(copy->name() + " " + copy->status.text);
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Warn;
    check.found = {DRYDOCK_TEXT("model", "%1"), {check.evidence.front()}};
    return check;
}

Check primaryActiveManager(const Context& context)
{
    Check check;
    check.id = "primary-active-manager";
    check.title = {DRYDOCK_TEXT("model", "Primary active manager"), {}};
    check.expected = {DRYDOCK_TEXT("model", "known; it leaves the server by itself"), {}};
    check.why = {
        DRYDOCK_TEXT("model", "It decides where databases are mounted, and moves when activation is blocked here."),
        {}};
    const auto* group = context.snapshot.groupOf(context.input.server);
    if (!group || !group->statusKnown || group->primaryActiveManager.empty()) {
        check.result = CheckResult::Warn;
        check.found = {DRYDOCK_TEXT("model", "the cluster did not tell"), {}};
    } else
        check.found = {DRYDOCK_TEXT("model", "%1"), {group->primaryActiveManager.text()}};
    return check;
}

Check policyBlockedBefore(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.id = "policy-blocked-before";
    check.title = {DRYDOCK_TEXT("model", "Settings that someone else has made"), {}};
    check.expected = {DRYDOCK_TEXT("model", "activation is not blocked, MoveNow is not set, no component is held down"),
                      {}};
    check.found = {DRYDOCK_TEXT("model", "none"), {}};
    check.why = {DRYDOCK_TEXT("model", "They are kept: reinstating brings the server back to exactly this."), {}};
    // What an unfinished run of ours has set is not meant: that is not kept.
    const auto before = input.plan ? input.plan->original : readOriginalSettings(snapshot, input.server);
    if (before.policy.value == AutoActivationPolicy::Blocked)
        check.evidence.push_back("DatabaseCopyAutoActivationPolicy Blocked");
    if (before.activationDisabledAndMoveNow) check.evidence.push_back("DatabaseCopyActivationDisabledAndMoveNow True");
    for (const auto& line : heldDown(before))
        check.evidence.push_back(line);
    if (before.node.value == NodeState::Paused) check.evidence.push_back("cluster node Paused");
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Warn;
    check.found = {DRYDOCK_TEXT("model", "%1"), {check.evidence.front()}};
    return check;
}

Check services(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.id = "services";
    check.title = {DRYDOCK_TEXT("model", "Services of %1"), {input.server.text()}};
    check.expected = {DRYDOCK_TEXT("model", "replication, cluster and transport run"), {}};
    check.why = {DRYDOCK_TEXT("model", "Without them the server cannot take databases or mail."), {}};
    if (!snapshot.covers(SnapshotSection::Services, input.server)) {
        check.result = CheckResult::Block;
        check.found = {DRYDOCK_TEXT("model", "the services could not be read"), {}};
        return check;
    }
    check.found = {DRYDOCK_TEXT("model", "all run"), {}};
    for (const auto* name : {service::replication, service::cluster, service::transport}) {
        const auto* found = snapshot.service(input.server, name);
        if (!found) continue;
        check.evidence.push_back(found->name + " " + found->status);
        if (found->running()) continue;
        // A transport service that is stopped is started by the plan.
        raise(check, equalsIgnoringCase(name, service::transport) ? CheckResult::Warn : CheckResult::Block);
        check.found = {DRYDOCK_TEXT("model", "service %1 is %2"), {found->name, found->status}};
    }
    return check;
}

Check originalSettings(const Context& context)
{
    Check check;
    check.id = "original-settings";
    check.title = {DRYDOCK_TEXT("model", "Settings from before the maintenance"), {}};
    check.expected = {DRYDOCK_TEXT("model", "recorded in the journal"), {}};
    check.why = {DRYDOCK_TEXT("model", "Exactly these are restored. Without a record it is the documented defaults."),
                 {}};
    const auto& recorded = context.input.original;
    if (!recorded) {
        check.result = CheckResult::Block;
        check.found = {
            DRYDOCK_TEXT("model", "the record cannot be read: Unrestricted, MoveNow off, node Up would be set"), {}};
        check.evidence.push_back(recorded.error().summary());
        return check;
    }
    if (!*recorded) {
        check.result = CheckResult::Warn;
        check.found = {DRYDOCK_TEXT("model", "no record: Unrestricted, MoveNow off, node Up"), {}};
        return check;
    }
    check.evidence = described(**recorded);
    check.found = {DRYDOCK_TEXT("model", "recorded by %1"), {(*recorded)->runId}};
    if (wasServing((*recorded)->settings)) return check;
    check.result = CheckResult::Warn;
    check.found = {
        DRYDOCK_TEXT("model",
                     "%1 was not in service before the maintenance: it is brought back to that, not into service"),
        {context.input.server.text()}};
    return check;
}

Check inheritedSettings(const Context& context)
{
    const auto& from = context.input.plan->inheritedFrom;
    Check check;
    check.id = "original-settings";
    check.title = {DRYDOCK_TEXT("model", "Settings from before the maintenance"), {}};
    check.result = CheckResult::Warn;
    check.expected = {DRYDOCK_TEXT("model", "no unfinished run has changed the server"), {}};
    check.found = {DRYDOCK_TEXT("model", "taken over from %1, which did not come to its end"), {from}};
    check.why = {
        DRYDOCK_TEXT("model", "What that run changed is not what was there before: reinstating restores these."), {}};
    const auto& recorded = context.input.original;
    check.evidence = described(
        {context.input.plan->original, from, recorded && *recorded ? (*recorded)->at : std::optional<Time>(), true});
    return check;
}

} // namespace drydock::maintenance::checks
