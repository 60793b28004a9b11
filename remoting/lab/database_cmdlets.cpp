// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/database_cmdlets.h"

#include "remoting/lab/active_manager.h"
#include "remoting/lab/invocation.h"

#include <algorithm>

namespace drydock::lab {
namespace {

using clixml::Value;
using namespace std::chrono_literals;

constexpr std::size_t movesAtOnce = 8;

// Returns Exchange's KeyValuePair of a server and a value (exchange.md 5.5).
Value pairOf(const Invocation& call, int server, Value value, const char* valueType)
{
    static const auto numbers =
        typeNames({"System.Collections.Generic.KeyValuePair`2[[Microsoft.Exchange.Data.Directory.ADObjectId],"
                   "[System.Int32]]",
                   "System.ValueType"});
    static const auto spans =
        typeNames({"System.Collections.Generic.KeyValuePair`2[[Microsoft.Exchange.Data.Directory.ADObjectId],"
                   "[Microsoft.Exchange.Data.EnhancedTimeSpan]]",
                   "System.ValueType"});
    const auto& name = call.world.servers[static_cast<std::size_t>(server)].spec.name;
    ObjectBuilder out(valueType[0] == 'i' ? numbers : spans, "[" + name + ", " + std::string(value.display()) + "]");
    out.add("Key", call.shapes.serverId(server)).add("Value", std::move(value));
    return out.build();
}

void addCopies(const Invocation& call, const Database& database, ObjectBuilder& out)
{
    std::vector<Value> servers, preferences, replayLags, truncationLags;
    for (const auto& copy : database.copies) {
        servers.push_back(call.shapes.serverId(copy.server));
        preferences.push_back(pairOf(call, copy.server, Value::int32(copy.spec.preference), "int"));
        replayLags.push_back(pairOf(call, copy.server, call.shapes.span(copy.spec.replayLag), "span"));
        truncationLags.push_back(pairOf(call, copy.server, call.shapes.span({}), "span"));
    }
    out.add("Servers", call.shapes.list(std::move(servers)))
        .add("ActivationPreference", call.shapes.list(std::move(preferences)));
    out.add("ReplayLagTimes", call.shapes.list(std::move(replayLags)));
    out.add("TruncationLagTimes", call.shapes.list(std::move(truncationLags)));
}

void addStatus(const Invocation& call, const Database& database, bool status, ObjectBuilder& out)
{
    const int active = activeServer(call.world, database);
    const bool reachable = call.world.serviceRuns(active, "MSExchangeRepl");
    if (!status || !reachable) {
        for (const char* name :
             {"Mounted", "MountedOnServer", "BackupInProgress", "DatabaseSize", "AvailableNewMailboxSpace"})
            out.nil(name);
        return;
    }
    const bool mounted = isMounted(call.world, database) && active == database.active;
    out.flag("Mounted", mounted)
        .text("MountedOnServer", call.world.fqdn(active))
        .flag("BackupInProgress", database.spec.backupInProgress);
    out.add("DatabaseSize", call.shapes.byteSize(database.spec.sizeBytes));
    out.add("AvailableNewMailboxSpace", call.shapes.byteSize(database.spec.sizeBytes / 17));
}

Value databaseObject(const Invocation& call, const Database& database, bool status)
{
    static const auto types = typeNames(
        {"Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxDatabase",
         "Microsoft.Exchange.Data.Directory.SystemConfiguration.Database",
         "Microsoft.Exchange.Data.Directory.ADConfigurationObject", "Microsoft.Exchange.Data.Directory.ADObject",
         "Microsoft.Exchange.Data.Directory.ADRawEntry", "Microsoft.Exchange.Data.ConfigurableObject"});
    const auto& spec = database.spec;
    const int active = activeServer(call.world, database);
    const bool replicated = database.copies.size() > 1;
    ObjectBuilder out(types, spec.name);
    out.text("Name", spec.name).add("Server", call.shapes.serverId(active));
    out.text("ServerName", call.world.servers[static_cast<std::size_t>(active)].spec.name);
    if (database.dag >= 0)
        out.text("MasterServerOrAvailabilityGroup", call.world.dags[static_cast<std::size_t>(database.dag)].spec.name);
    else
        out.text("MasterServerOrAvailabilityGroup", call.world.servers[static_cast<std::size_t>(active)].spec.name);
    addCopies(call, database, out);
    out.add("ReplicationType", enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.ReplicationType",
                                           replicated ? "Remote" : "None", replicated ? 2 : 0));
    out.flag("Recovery", spec.recovery)
        .flag("AutoDagExcludeFromMonitoring", spec.excludeFromMonitoring)
        .flag("MountAtStartup", spec.mountAtStartup);
    addStatus(call, database, status, out);
    out.text("EdbFilePath", "E:\\Databases\\" + spec.name + "\\" + spec.name + ".edb");
    out.add("Identity", call.shapes.databaseId(spec.name))
        .add("Guid", Value::guid(guidOf(spec.name)))
        .flag("IsValid", true);
    return out.build();
}

SkippedChecks skippedChecks(const BoundArguments& arguments)
{
    SkippedChecks skipped;
    skipped.all = arguments.flag("SkipAllChecks");
    skipped.health = arguments.flag("SkipHealthChecks") || arguments.flag("SkipActiveCopyChecks");
    skipped.lag = arguments.flag("SkipLagChecks");
    skipped.maximumActive = arguments.flag("SkipMaximumActiveDatabasesChecks");
    skipped.clientExperience = arguments.flag("SkipClientExperienceChecks");
    skipped.moveSuppression = arguments.flag("SkipMoveSuppressionChecks");
    return skipped;
}

Value moveObject(const Invocation& call, const Database& database, const MoveOutcome& outcome)
{
    static const auto types = typeNames({"Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseMoveResult",
                                         "Microsoft.Exchange.Data.ConfigurableObject"});
    static constexpr std::pair<const char*, int> statuses[]{
        {"Unknown", 0}, {"Succeeded", 1}, {"Warning", 2}, {"Failed", 3}, {"Skipped", 4}};
    const bool moved = outcome.status == "Succeeded";
    const int end = moved ? outcome.to : outcome.from;
    const auto nameOf = [&](int server) {
        return server < 0 ? std::string() : call.world.servers[static_cast<std::size_t>(server)].spec.name;
    };
    ObjectBuilder out(types, database.spec.name);
    out.add("Identity", call.shapes.databaseId(database.spec.name)).text("ActiveServerAtStart", nameOf(outcome.from));
    out.text("ActiveServerAtEnd", nameOf(end));
    for (const auto& [name, number] : statuses)
        if (outcome.status == name)
            out.add("Status",
                    enumeration("Microsoft.Exchange.Management.SystemConfigurationTasks.MoveStatus", name, number));
    const char* mountType = "Microsoft.Exchange.Management.SystemConfigurationTasks.MountStatus";
    const auto mountStatus = [&](bool mounted) {
        return enumeration(mountType, mounted ? "Mounted" : "Dismounted", mounted ? 1 : 2);
    };
    const bool before = database.move ? database.move->wasMounted : isMounted(call.world, database);
    const bool wayBack = call.world.servers[static_cast<std::size_t>(outcome.from)].up;
    out.add("MountStatusAtMoveStart", mountStatus(before));
    out.add("MountStatusAtMoveEnd", mountStatus(before && (moved || wayBack)));
    out.add("NumberOfLogsLost", moved ? Value::int64(0) : Value());
    out.add("RecoveryPointObjective", moved ? Value::dateTime(domain::toIso(call.world.now + outcome.after)) : Value());
    out.add("ErrorMessage", outcome.error.empty() ? Value() : Value::string(outcome.error)).flag("IsValid", true);
    return out.build();
}

void addProgress(Invocation& call, const Database& database, const MoveOutcome& outcome, Duration start)
{
    const auto activity = "Moving database '" + database.spec.name + "' to server '" +
                          call.world.servers[static_cast<std::size_t>(outcome.to)].spec.name + "'";
    auto& progress = call.result.progress;
    progress.push_back({start, activity, "Dismounting database '" + database.spec.name + "'.", 20, false});
    progress.push_back(
        {start + (outcome.after - start) / 2, activity, "Mounting database '" + database.spec.name + "'.", 60, false});
    progress.push_back({outcome.after, activity, "Completed.", 100, true});
}

// Returns the databases that the arguments name, each with its target server (-1: the best copy).
std::vector<std::pair<int, int>> wantedMoves(Invocation& call)
{
    std::vector<std::pair<int, int>> moves;
    int target = -1;
    if (call.arguments.has("ActivateOnServer") && (target = call.serverArgument("ActivateOnServer")) < 0) return {};
    if (call.arguments.has("Server") || call.arguments.has("ActivatePreferredOnServer")) {
        const bool preferred = !call.arguments.has("Server");
        const int server = call.serverArgument(preferred ? "ActivatePreferredOnServer" : "Server");
        for (std::size_t i = 0; server >= 0 && i < call.world.databases.size(); ++i) {
            const auto& database = call.world.databases[i];
            if (database.copies.size() < 2) continue;
            const bool wanted = preferred ? std::any_of(database.copies.begin(), database.copies.end(),
                                                        [&](const Copy& copy) {
                                                            return copy.server == server && copy.spec.preference == 1 &&
                                                                   database.active != server;
                                                        })
                                          : database.active == server;
            if (wanted) moves.emplace_back(static_cast<int>(i), preferred ? server : target);
        }
        return moves;
    }
    if (!call.arguments.has("Identity")) {
        call.report("ArgumentException",
                    "You must specify the Identity, Server or ActivatePreferredOnServer parameter.",
                    category::InvalidArgument);
        return {};
    }
    for (const int database : call.databasesFor("Identity"))
        moves.emplace_back(database, target);
    return moves;
}

} // namespace

void getMailboxDatabase(Invocation& call)
{
    const bool status = call.arguments.flag("Status");
    if (status) call.result.duration = 300ms;
    if (call.arguments.has("Server")) {
        const int server = call.serverArgument("Server");
        for (const auto& database : call.world.databases)
            if (std::any_of(database.copies.begin(), database.copies.end(),
                            [&](const Copy& copy) { return copy.server == server; }))
                call.write(databaseObject(call, database, status));
        return;
    }
    for (const int database : call.databasesFor("Identity"))
        call.write(databaseObject(call, call.world.databases[static_cast<std::size_t>(database)], status));
}

void moveActiveMailboxDatabase(Invocation& call)
{
    const auto moves = wantedMoves(call);
    if (call.arguments.flag("WhatIf")) return;
    for (const auto* parameter : {"Identity", "Server"})
        if (const auto value = call.arguments.text(parameter); !value.empty())
            call.world.auditLog.push_back(
                {call.world.now, call.caller.user, call.host, std::string(call.cmdlet.name), parameter, value});
    const auto skipped = skippedChecks(call.arguments);
    std::vector<Duration> slotsFreeAt(movesAtOnce, Duration::zero());
    for (const auto& [index, target] : moves) {
        auto slot = std::min_element(slotsFreeAt.begin(), slotsFreeAt.end());
        const auto outcome = startMove(call.world, index, target, skipped, *slot);
        const auto& database = call.world.databases[static_cast<std::size_t>(index)];
        // A single database that cannot be moved is an error. With several, each result reports its own outcome.
        if (outcome.status == "Failed" && moves.size() == 1 && outcome.after == Duration::zero()) {
            call.report(outcome.exception, outcome.error, category::InvalidOperation, database.spec.name);
            continue;
        }
        if (outcome.after > Duration::zero()) addProgress(call, database, outcome, *slot);
        *slot = std::max(*slot, outcome.after);
        call.write(moveObject(call, database, outcome));
    }
    call.result.duration = std::max<Duration>(800ms, *std::max_element(slotsFreeAt.begin(), slotsFreeAt.end()));
    std::stable_sort(call.result.progress.begin(), call.result.progress.end(),
                     [](const CmdletProgress& a, const CmdletProgress& b) { return a.after < b.after; });
}

} // namespace drydock::lab
