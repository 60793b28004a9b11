// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/preflight_surroundings.h"

#include "model/domain/messages.h"
#include "model/domain/redundancy.h"
#include "model/maintenance/messages.h"

#include <algorithm>
#include <map>
#include <set>

namespace drydock::maintenance::checks {

using namespace domain;

namespace {

// A disk with less room than this is soon full of the logs of further databases.
constexpr int leastDiskFreePercent = 10;
// A check with thousands of rows is not read.
constexpr std::size_t mostEvidence = 100;

// The server under maintenance first.
std::vector<ServerName> membersOf(const Context& context)
{
    std::vector<ServerName> names{context.input.server};
    for (const auto* other : context.snapshot.otherMembers(context.input.server))
        names.push_back(other->name);
    return names;
}

std::string joined(const std::vector<ServerName>& names)
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + name.text();
    return text;
}

// The words of the errors of a section that was not read; one that says so where there is no error.
std::vector<std::string> whyNotRead(const DagSnapshot& snapshot, SnapshotSection section, const ServerName& server = {})
{
    std::vector<std::string> lines;
    const auto subject = server.empty() ? std::string() : server.text() + ": ";
    for (const auto& failed : snapshot.errors)
        if (failed.section == section && failed.server == server) lines.push_back(subject + failed.error.summary());
    if (lines.empty()) lines.push_back(subject + std::string(toString(section)) + " were not asked for");
    return lines;
}

void add(std::vector<std::string>& evidence, const std::vector<std::string>& more)
{
    evidence.insert(evidence.end(), more.begin(), more.end());
}

void limit(std::vector<std::string>& evidence)
{
    if (evidence.size() <= mostEvidence) return;
    const auto left = evidence.size() - mostEvidence;
    evidence.resize(mostEvidence);
    evidence.push_back("and " + std::to_string(left) + " more");
}

// What could not be asked for is unknown, which is no pass.
void warnUnread(const Context& context, Check& check, SnapshotSection section, const ServerName& server = {})
{
    raise(check, CheckResult::Warn);
    check.found = sentence<"could-not-be-read">(server.empty() ? TextArgument(sectionName(section))
                                                               : TextArgument(server.text()));
    add(check.evidence, whyNotRead(context.snapshot, section, server));
}

std::string reasonsOf(const PendingReboot& reboot)
{
    std::string text;
    const auto add = [&text](const std::string& reason) { text += (text.empty() ? "" : ", ") + reason; };
    if (reboot.servicing) add("Component Based Servicing");
    if (reboot.windowsUpdate) add("Windows Update");
    if (reboot.fileRenames > 0)
        add("PendingFileRenameOperations of " + std::to_string(reboot.fileRenames) + " files, first " +
            reboot.firstFile);
    return text;
}

} // namespace

Check pendingReboot(const Context& context)
{
    const auto& snapshot = context.snapshot;
    Check check;
    check.title = sentence<"check-pending-reboot">();
    check.expected = sentence<"none">();
    check.found = check.expected;
    check.why = sentence<"check-pending-reboot-why">();
    std::vector<ServerName> unread;
    std::vector<ServerName> pending;
    for (const auto& name : membersOf(context)) {
        const auto* reboot = snapshot.pendingReboot(name);
        if (!reboot || !snapshot.covers(SnapshotSection::PendingReboots, name)) {
            unread.push_back(name);
            add(check.evidence, whyNotRead(snapshot, SnapshotSection::PendingReboots, name));
            continue;
        }
        check.evidence.push_back(name.text() + ": " + (reboot->pending() ? reasonsOf(*reboot) : "none"));
        if (reboot->pending()) pending.push_back(name);
    }
    if (unread.empty() && pending.empty()) return check;
    check.result = CheckResult::Warn;
    check.found =
        pending.empty() ? sentence<"could-not-be-read">(joined(unread)) : sentence<"restart-pending">(joined(pending));
    return check;
}

Check mailboxMoves(const Context& context)
{
    const auto& snapshot = context.snapshot;
    Check check;
    check.title = sentence<"check-mailbox-moves">(context.input.server.text());
    check.expected = sentence<"none">();
    check.found = check.expected;
    check.why = sentence<"check-mailbox-moves-why">();
    for (const auto section : {SnapshotSection::MoveRequests, SnapshotSection::Databases}) {
        if (snapshot.covers(section)) continue;
        warnUnread(context, check, section);
        return check;
    }
    const auto isOfServer = [&](const DatabaseName& name) {
        const auto* database = name.empty() ? nullptr : snapshot.database(name);
        return database && snapshot.hasCopy(*database, context.input.server);
    };
    for (const auto& move : snapshot.moveRequests) {
        if (!isOfServer(move.source) && !isOfServer(move.target)) continue;
        const auto nameOf = [](const DatabaseName& name) { return name.empty() ? "elsewhere" : name.text(); };
        check.evidence.push_back(move.mailbox + ": " + nameOf(move.source) + " to " + nameOf(move.target) + ", " +
                                 move.status);
    }
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Warn;
    check.found = sentence<"mailbox-moves">(std::to_string(check.evidence.size()));
    limit(check.evidence);
    return check;
}

namespace {

struct Load {
    int now = 0;
    int arriving = 0;
};

// The number of active databases of each other member, now and after the move.
std::map<ServerName, Load> loadsWithout(const Context& context, const std::vector<DatabaseOutlook>& outlooks)
{
    std::map<ServerName, Load> loads;
    for (const auto* other : context.snapshot.otherMembers(context.input.server)) {
        auto& load = loads[other->name];
        for (const auto* copy : context.snapshot.copiesOn(other->name))
            load.now += copy->active ? 1 : 0;
    }
    for (const auto& outlook : outlooks)
        if (const auto* target = outlook.activeHere ? outlook.destination.target() : nullptr)
            ++loads[target->server].arriving;
    return loads;
}

std::string limitText(const std::optional<int>& most) { return most ? std::to_string(*most) : "unlimited"; }

void checkDisk(const DatabaseOutlook& outlook, Check& check)
{
    const auto* target = outlook.activeHere ? outlook.destination.target() : nullptr;
    if (!target || !target->copy) return;
    const auto& copy = *target->copy;
    const auto free = copy.diskFreeSpacePercent;
    check.evidence.push_back(copy.name() + ": " + (free ? std::to_string(*free) + " %" : "?") + " of the disk free");
    if (free && *free >= leastDiskFreePercent) return;
    raise(check, CheckResult::Warn);
    check.found = free ? sentence<"disk-nearly-full">(copy.name(), std::to_string(*free))
                       : sentence<"disk-not-told">(copy.name());
}

} // namespace

Check capacity(const Context& context)
{
    const auto& snapshot = context.snapshot;
    Check check;
    check.title = sentence<"check-capacity">();
    check.expected = sentence<"check-capacity-expected">(std::to_string(leastDiskFreePercent));
    check.why = sentence<"check-capacity-why">();
    check.found = sentence<"all-have-room">();
    if (!snapshot.covers(SnapshotSection::Databases)) {
        warnUnread(context, check, SnapshotSection::Databases);
        return check;
    }
    if (!snapshot.covers(SnapshotSection::Copies, context.input.server)) {
        warnUnread(context, check, SnapshotSection::Copies, context.input.server);
        return check;
    }
    const RedundancyIndex index(snapshot);
    const auto outlooks = outlookWithout(snapshot, index, context.input.server);
    for (const auto& outlook : outlooks)
        checkDisk(outlook, check);
    for (const auto& [name, load] : loadsWithout(context, outlooks)) {
        const auto* member = snapshot.server(name);
        if (!member) continue;
        if (!snapshot.covers(SnapshotSection::Copies, name)) {
            warnUnread(context, check, SnapshotSection::Copies, name);
            continue;
        }
        const int after = load.now + load.arriving;
        check.evidence.push_back(name.text() + ": " + std::to_string(load.now) + " active now, " +
                                 std::to_string(after) + " after the move, maximum " +
                                 limitText(member->maximumActiveDatabases) + ", preferred " +
                                 limitText(member->maximumPreferredActiveDatabases));
        const auto& preferred = member->maximumPreferredActiveDatabases;
        const bool full = member->maximumActiveDatabases && after >= *member->maximumActiveDatabases;
        if (!full && (!preferred || after <= *preferred)) continue;
        raise(check, CheckResult::Warn);
        check.found =
            full ? sentence<"no-further-database">(name.text(), std::to_string(*member->maximumActiveDatabases))
                 : sentence<"more-than-preferred">(name.text(), std::to_string(after), std::to_string(*preferred));
    }
    limit(check.evidence);
    return check;
}

Check clientConnections(const Context& context)
{
    const auto& server = context.input.server;
    Check check;
    check.title = sentence<"check-client-connections">(server.text());
    check.expected = sentence<"check-client-connections-expected">();
    check.why = sentence<"check-client-connections-why">();
    const auto* found = context.snapshot.clientConnectionsOf(server);
    if (!found || !context.snapshot.covers(SnapshotSection::ClientConnections, server)) {
        warnUnread(context, check, SnapshotSection::ClientConnections, server);
        return check;
    }
    check.found = sentence<"connections-from">(std::to_string(found->connections), std::to_string(found->addresses));
    return check;
}

namespace {

// "owa 200, ews 503, mapi no answer"
std::string answersOf(const Healthchecks& checks)
{
    std::string text;
    for (const auto& answer : checks.answers)
        text += (text.empty() ? "" : ", ") + answer.protocol + " " +
                (answer.status == 0 ? "no answer" : std::to_string(answer.status));
    if (!checks.problem.empty()) text += "; " + checks.problem;
    if (!checks.certificateNames.empty()) text += "; its certificate is for " + checks.certificateNames;
    return text;
}

} // namespace

// A load balancer sends clients where healthcheck.htm is answered. Asked from this computer, which may see less of the
// servers than it does, so that no answer is a warning.
Check loadBalancer(const Context& context)
{
    const auto& snapshot = context.snapshot;
    const auto& server = context.input.server;
    Check check;
    check.title = sentence<"check-load-balancer">();
    check.expected = sentence<"check-load-balancer-expected">();
    check.why = sentence<"check-load-balancer-why">();
    const auto members = membersOf(context);
    for (const auto& name : members) {
        const auto* found = snapshot.healthchecksOf(name);
        if (!found || !snapshot.covers(SnapshotSection::Healthchecks, name)) {
            warnUnread(context, check, SnapshotSection::Healthchecks, name);
            continue;
        }
        check.evidence.push_back(name.text() + ": " + answersOf(*found));
        const bool serves = found->serving() == found->asked();
        // The server itself is expected to serve before a maintenance and not to serve after it, which is no condition.
        if (serves || (name == server && members.size() > 1)) continue;
        raise(check, CheckResult::Warn);
        check.found = sentence<"protocols-refused">(name.text(), std::to_string(found->asked() - found->serving()),
                                                    std::to_string(found->asked()));
    }
    if (check.result == CheckResult::Pass) check.found = sentence<"all-protocols-answer">();
    return check;
}

Check moveSuppression(const Context& context)
{
    const auto& snapshot = context.snapshot;
    Check check;
    check.title = sentence<"check-move-suppression">();
    check.expected = sentence<"check-move-suppression-expected">(std::to_string(movesBeforeSuppression - 1));
    check.why = sentence<"check-move-suppression-why">(std::to_string(movesBeforeSuppression));
    check.found = sentence<"every-database-may-move">();
    if (!snapshot.covers(SnapshotSection::DatabaseMoves)) {
        warnUnread(context, check, SnapshotSection::DatabaseMoves);
        return check;
    }
    if (!snapshot.covers(SnapshotSection::Copies, context.input.server)) {
        warnUnread(context, check, SnapshotSection::Copies, context.input.server);
        return check;
    }
    for (const auto* copy : snapshot.copiesOn(context.input.server)) {
        const auto* database = snapshot.database(copy->database);
        if (!copy->active || copy->recovery || (database && database->singleCopy())) continue;
        std::vector<Time> moves;
        for (const auto& move : snapshot.databaseMoves) {
            // A move of all databases of a server may have moved each that has a copy there.
            const bool ofAll = move.database.empty() && database && snapshot.hasCopy(*database, move.server);
            const bool recent = snapshot.takenAt - move.at < moveSuppressionWindow;
            if (recent && (move.database == copy->database || ofAll)) moves.push_back(move.at);
        }
        if (moves.empty()) continue;
        std::sort(moves.begin(), moves.end());
        const auto count = static_cast<int>(moves.size());
        check.evidence.push_back(copy->database.text() + ": moved " + std::to_string(count) + " times, last at " +
                                 toIso(moves.back()));
        if (count < movesBeforeSuppression - 1) continue;
        raise(check, CheckResult::Warn);
        // A place is free again when the oldest move that counts is an hour old.
        const auto free = moves[static_cast<std::size_t>(std::max(0, count - movesBeforeSuppression))];
        check.found = count < movesBeforeSuppression
                          ? sentence<"last-move-of-the-hour">(copy->database.text(), std::to_string(count))
                          : sentence<"move-is-refused">(copy->database.text(), std::to_string(count),
                                                        toIso(free + moveSuppressionWindow));
    }
    return check;
}

namespace {

// An entry that is absent has no effect, as one that is Active.
ServiceState effectOf(const std::vector<RequesterEntry>& entries, const std::string& requester)
{
    const auto found = std::ranges::find_if(
        entries, [&](const RequesterEntry& entry) { return equalsIgnoringCase(entry.requester, requester); });
    return found == entries.end() ? ServiceState::Active : found->state.value;
}

// HealthAPI writes the registry alone.
void compareStores(const ComponentState& component, Check& check)
{
    if (!component.registry || !component.activeDirectory) return;
    std::set<std::string> requesters;
    for (const auto* store : {&*component.registry, &*component.activeDirectory})
        for (const auto& entry : *store)
            if (!equalsIgnoringCase(entry.requester, "HealthApi")) requesters.insert(entry.requester);
    for (const auto& requester : requesters) {
        const auto registry = effectOf(*component.registry, requester);
        const auto directory = effectOf(*component.activeDirectory, requester);
        if (registry == directory) continue;
        check.evidence.push_back(component.server.text() + " " + component.component + " by " + requester +
                                 ": registry " + toString(registry) + ", directory " + toString(directory));
    }
}

} // namespace

// A change of a component is written to a domain controller and to the server's registry. Where the two differ, the
// directory has not replicated yet, or one of the stores was not written.
Check directoryReplication(const Context& context)
{
    const auto& snapshot = context.snapshot;
    Check check;
    check.title = sentence<"check-directory-replication">();
    check.expected = sentence<"check-directory-replication-expected">();
    check.found = sentence<"stores-agree">();
    check.why = sentence<"check-directory-replication-why">();
    const auto members = membersOf(context);
    std::set<ServerName> untold; // the other store alone says nothing of replication
    for (const auto& component : snapshot.components) {
        if (std::find(members.begin(), members.end(), component.server) == members.end()) continue;
        compareStores(component, check);
        if (!component.registry || !component.activeDirectory) untold.insert(component.server);
    }
    if (!check.evidence.empty()) {
        check.result = CheckResult::Warn;
        check.found = domain::sentence<"verbatim">(check.evidence.front());
        limit(check.evidence);
    }
    for (const auto& name : untold) {
        raise(check, CheckResult::Warn);
        check.evidence.push_back(name.text() + ": a store of its components was not told");
    }
    if (!untold.empty() && check.found == sentence<"stores-agree">())
        check.found = sentence<"could-not-be-read">(joined({untold.begin(), untold.end()}));
    for (const auto& name : members)
        if (!snapshot.covers(SnapshotSection::Components, name))
            warnUnread(context, check, SnapshotSection::Components, name);
    if (!snapshot.domainController.empty()) check.evidence.push_back("read from " + snapshot.domainController);
    if (!snapshot.domainControllerLost) return check;
    raise(check, CheckResult::Warn);
    check.evidence.emplace_back("the domain controller that was read from before does not answer");
    return check;
}

Check connectivity(const Context& context)
{
    const auto& snapshot = context.snapshot;
    const auto& server = context.input.server;
    Check check;
    check.title = sentence<"check-connectivity">();
    check.expected = sentence<"check-connectivity-expected">();
    check.found = sentence<"every-endpoint-answers">();
    check.why = sentence<"check-connectivity-why">();
    check.evidence.push_back("Exchange: " + snapshot.source + " answers");
    for (const auto& name : membersOf(context)) {
        if (snapshot.covers(SnapshotSection::Services, name)) {
            check.evidence.push_back("node " + name.text() + ": answers");
            continue;
        }
        for (const auto& line : whyNotRead(snapshot, SnapshotSection::Services, name))
            check.evidence.push_back("node " + line);
        raise(check, CheckResult::Warn);
        check.found = sentence<"node-does-not-answer">(name.text());
    }
    // The session would end with the maintenance.
    if (ServerName(snapshot.source) != server) return check;
    if (snapshot.otherMembers(server).empty()) return check;
    raise(check, CheckResult::Warn);
    check.found = sentence<"session-on-the-server">(server.text());
    return check;
}

} // namespace drydock::maintenance::checks
