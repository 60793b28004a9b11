// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/copy_cmdlets.h"

#include "model/domain/names.h"
#include "remoting/lab/active_manager.h"
#include "remoting/lab/invocation.h"

#include <algorithm>
#include <limits>

namespace drydock::lab {
namespace {

using clixml::Value;
using namespace std::chrono_literals;

constexpr std::int64_t diskBytes = 2'199'023'255'552;
constexpr std::int64_t mostLogs = 1'000'000'000'000'000; // more than any disk holds

struct CopyName {
    std::string database;
    std::string server; // empty: all copies
};

CopyName splitCopyName(const std::string& identity)
{
    const auto slash = identity.find('\\');
    if (slash == std::string::npos) return {identity, {}};
    return {identity.substr(0, slash), identity.substr(slash + 1)};
}

// Returns a log number that rises with the virtual clock, since logs are generated continuously.
std::int64_t lastLogGenerated(const Invocation& call, const Database& database)
{
    const auto since = (call.world.now - call.world.scenario.start).count() / 2'000;
    return 412'000 + static_cast<std::int64_t>(database.spec.sizeBytes % 977) * 31 + std::max<std::int64_t>(0, since);
}

struct LogTimes {
    Time generated{};
    Time inspected{};
};

// The last inspected log has the age that the scenario gives, and a new one is inspected every two minutes.
LogTimes logTimes(const Invocation& call, const Copy& copy)
{
    const auto age = copy.spec.lastInspectedAge % 600s;
    const auto elapsed = call.world.now - call.world.scenario.start;
    const auto fresh = elapsed < 120s ? age + elapsed : std::min<Duration>(age, 100s) / 2 + elapsed % 60s;
    return {call.world.now - 20s, call.world.now - fresh};
}

void addLogs(const Invocation& call, const Database& database, const Copy& copy, bool active, ObjectBuilder& out)
{
    // Without a published last log the largest number stands in its place, and the copy queue is its distance from
    // there.
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    const bool unpublished = !active && copy.spec.copyQueue > mostLogs;
    const auto generated = unpublished ? largest : lastLogGenerated(call, database);
    const auto copied = generated - copy.spec.copyQueue;
    const auto replayed = std::max<std::int64_t>(copied - std::min(copy.spec.replayQueue, mostLogs), 0);
    const auto times = logTimes(call, copy);
    if (active) {
        for (const char* name : {"LatestAvailableLogTime", "LastCopyNotificationedLogTime", "LastCopiedLogTime",
                                 "LastInspectedLogTime", "LastReplayedLogTime"})
            out.nil(name);
    } else {
        out.time("LatestAvailableLogTime", times.generated).time("LastCopyNotificationedLogTime", times.generated);
        out.time("LastCopiedLogTime", times.inspected).time("LastInspectedLogTime", times.inspected);
        out.time("LastReplayedLogTime", times.inspected - copy.spec.replayLag);
    }
    out.int64("LastLogGenerated", generated).int64("LastLogCopyNotified", active ? 0 : generated);
    out.int64("LastLogCopied", active ? 0 : copied).int64("LastLogInspected", active ? 0 : copied);
    out.int64("LastLogReplayed", active ? 0 : replayed)
        .int64("LowestLogPresent", replayed > 2'000 ? replayed - 2'000 : 1);
    out.flag("LastLogInfoIsStale", unpublished || !call.world.serviceRuns(database.active, "MSExchangeRepl"));
    out.flag("ReplicationIsInBlockMode", !active)
        .flag("LogReplayQueueIncreasing", false)
        .flag("LogCopyQueueIncreasing", false);
}

// Exchange 2013 has no name for the state of the servers that have no content index (exchange.md 5.2).
bool knowsName(const Invocation& call, int number)
{
    const auto& host = call.world.servers[static_cast<std::size_t>(call.host)];
    return number < 10 || host.spec.generation != Generation::Exchange2013;
}

void addContentIndex(const Invocation& call, const Database& database, const Copy& copy, ObjectBuilder& out)
{
    static constexpr std::pair<const char*, int> states[]{{"Unknown", 0},       {"Healthy", 1},
                                                          {"Crawling", 2},      {"Failed", 3},
                                                          {"Seeding", 4},       {"FailedAndSuspended", 5},
                                                          {"Suspended", 6},     {"Disabled", 7},
                                                          {"AutoSuspended", 8}, {"HealthyAndUpgrading", 9},
                                                          {"NotApplicable", 11}};
    const auto state = contentIndexState(call.world, database, copy);
    for (const auto& [name, number] : states)
        if (state == name)
            out.add("ContentIndexState", enumeration("Microsoft.Exchange.Cluster.Replay.ContentIndexStatusType",
                                                     knowsName(call, number) ? name : std::to_string(number), number));
    if (state == "NotApplicable" || state == "Healthy")
        out.nil("ContentIndexErrorMessage");
    else
        out.text("ContentIndexErrorMessage", "The content index of this copy is in the state " + state + ".");
}

void addServerFlags(const Invocation& call, const Server& server, ObjectBuilder& out)
{
    const auto policy = server.policy.valueAtSite(call.site, call.world.now);
    out.flag("ActivationDisabledAndMoveNow", server.moveNow.valueAtSite(call.site, call.world.now));
    out.add("AutoActivationPolicy",
            enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseCopyAutoActivationPolicyType",
                        toString(policy), static_cast<int>(policy)));
}

void addSuspension(const Copy& copy, CopyStatus status, ObjectBuilder& out)
{
    out.flag("ActivationSuspended", copy.activationSuspended).flag("ReplaySuspended", false);
    out.add("ActionInitiator", enumeration("Microsoft.Exchange.Data.Storage.Cluster.ActionInitiatorType",
                                           copy.suspended ? "Administrator" : "Unknown", copy.suspended ? 2 : 0));
    const bool failed = status == CopyStatus::Failed || status == CopyStatus::FailedAndSuspended;
    if (failed || status == CopyStatus::ServiceDown)
        out.text("ErrorMessage", failed
                                     ? copy.spec.errorMessage
                                     : "The Microsoft Exchange Replication service is not running or not reachable.");
    else
        out.nil("ErrorMessage");
    out.add("SuspendComment", copy.suspendComment.empty() ? Value() : Value::string(copy.suspendComment));
    out.flag("ResumeBlocked", false).flag("ReseedBlocked", false);
}

Value copyObject(const Invocation& call, const Database& database, const Copy& copy)
{
    static const auto types =
        typeNames({"Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseCopyStatusEntry",
                   "Microsoft.Exchange.Data.ConfigurableObject"});
    const auto& server = call.world.servers[static_cast<std::size_t>(copy.server)];
    const auto status = copyStatus(call.world, database, copy);
    const int activeIndex = activeServer(call.world, database);
    const bool active = copy.server == activeIndex;
    const auto name = database.spec.name + "\\" + server.spec.name;
    ObjectBuilder out(types, name);
    out.text("Identity", name).text("Id", name).text("Name", name).text("DatabaseName", database.spec.name);
    out.add("Status", enumeration("Microsoft.Exchange.Management.SystemConfigurationTasks.CopyStatus", toString(status),
                                  static_cast<int>(status)));
    out.text("MailboxServer", server.spec.name);
    out.text("ActiveDatabaseCopy", call.world.servers[static_cast<std::size_t>(activeIndex)].spec.name)
        .flag("ActiveCopy", active);
    out.int32("ActivationPreference", copy.spec.preference).time("StatusRetrievedTime", call.world.now);
    out.time("InstanceStartTime", server.bootedAt).time("LastStatusTransitionTime", copy.lastTransition);
    addSuspension(copy, status, out);
    addContentIndex(call, database, copy, out);
    if (status == CopyStatus::ServiceDown) {
        out.nil("CopyQueueLength").nil("ReplayQueueLength");
    } else {
        out.int64("CopyQueueLength", active ? 0 : copy.spec.copyQueue)
            .int64("ReplayQueueLength", active ? 0 : copy.spec.replayQueue);
    }
    addLogs(call, database, copy, active, out);
    addServerFlags(call, server, out);
    out.text("ReplayLagStatus", copy.spec.replayLag > Duration::zero() && !active
                                    ? "Enabled:True; PlayDownReason:None; Percentage:100; Configured:" +
                                          std::string(call.shapes.span(copy.spec.replayLag).display())
                                    : std::string());
    out.nil("DatabaseSeedStatus").int32("DiskFreeSpacePercent", copy.spec.diskFreePercent);
    out.add("DiskFreeSpace", call.shapes.byteSize(diskBytes / 100 * copy.spec.diskFreePercent));
    out.add("DiskTotalSpace", call.shapes.byteSize(diskBytes)).flag("IsValid", true);
    return out.build();
}

bool fits(const Invocation& call, const CopyName& wanted, const Database& database, const Copy& copy)
{
    if (!matchesWildcard(wanted.database, database.spec.name)) return false;
    return wanted.server.empty() || call.world.findServer(wanted.server) == copy.server;
}

Copy* findCopy(Invocation& call)
{
    const auto identity = call.arguments.text("Identity");
    const auto wanted = splitCopyName(identity);
    for (auto& database : call.world.databases)
        for (auto& copy : database.copies)
            if (!wanted.server.empty() && fits(call, wanted, database, copy)) return &copy;
    call.notFound(identity);
    return nullptr;
}

} // namespace

void getMailboxDatabaseCopyStatus(Invocation& call)
{
    const auto identity = call.arguments.text("Identity");
    const CopyName wanted = identity.empty() ? CopyName{"*", {}} : splitCopyName(identity);
    int onServer = -1;
    if (call.arguments.has("Server")) {
        onServer = call.serverArgument("Server");
        if (onServer < 0) return;
    }
    // Without identity and server, Exchange returns the copies of the server that runs the cmdlet.
    if (identity.empty() && onServer < 0) onServer = call.host;
    bool found = false;
    for (const auto& database : call.world.databases) {
        for (const auto& copy : database.copies) {
            if (onServer >= 0 && copy.server != onServer) continue;
            if (!fits(call, wanted, database, copy)) continue;
            found = true;
            if (call.arguments.flag("Active") && copy.server != activeServer(call.world, database)) continue;
            call.write(copyObject(call, database, copy));
        }
    }
    if (!found && !identity.empty() && identity.find('*') == std::string::npos) call.notFound(identity);
}

void suspendMailboxDatabaseCopy(Invocation& call)
{
    call.result.duration = 1500ms;
    auto* copy = findCopy(call);
    if (!copy || call.arguments.flag("WhatIf")) return;
    const auto identity = call.arguments.text("Identity");
    const int database = call.world.findDatabase(splitCopyName(identity).database);
    if (call.world.databases[static_cast<std::size_t>(database)].active == copy->server)
        return call.report("InvalidOperationException",
                           "The database copy '" + identity + "' is active and can't be suspended.",
                           category::InvalidOperation, identity);
    if (!call.arguments.flag("ActivationOnly")) copy->suspended = true;
    copy->activationSuspended = true;
    copy->suspendComment = call.arguments.text("SuspendComment");
    copy->lastTransition = call.world.now;
}

void resumeMailboxDatabaseCopy(Invocation& call)
{
    call.result.duration = 1500ms;
    auto* copy = findCopy(call);
    if (!copy || call.arguments.flag("WhatIf")) return;
    if (copy->suspended && !call.arguments.flag("ReplicationOnly")) copy->spec.status = "Healthy";
    if (copy->suspended) copy->recovering = call.world.now + 40s;
    copy->suspended = false;
    if (!call.arguments.flag("ReplicationOnly")) copy->activationSuspended = false;
    copy->suspendComment.clear();
    copy->lastTransition = call.world.now;
}

} // namespace drydock::lab
