// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/test_cmdlets.h"

#include "model/domain/enum_names.h"
#include "remoting/lab/active_manager.h"
#include "remoting/lab/cluster.h"
#include "remoting/lab/invocation.h"

#include <algorithm>

namespace drydock::lab {
namespace {

using clixml::Value;
using namespace std::chrono_literals;

enum class Outcome { Undefined = 0, Passed = 1, Warning = 2, Failed = 3 };

struct Check {
    const char* name;
    Outcome outcome;
    std::string error;
};

constexpr domain::EnumName<Outcome> checkOutcomeNames[] = {{Outcome::Undefined, "Undefined"},
                                                           {Outcome::Passed, "Passed"},
                                                           {Outcome::Warning, "Warning"},
                                                           {Outcome::Failed, "Failed"}};

Value checkObject(const Invocation& call, int server, const Check& check)
{
    static const auto types = typeNames(
        {"Microsoft.Exchange.Monitoring.ReplicationCheckOutcome", "Microsoft.Exchange.Data.ConfigurableObject"});
    static const auto resultTypes = typeNames({"Microsoft.Exchange.Monitoring.ReplicationCheckResult"});
    const auto* name = domain::nameOf(checkOutcomeNames, check.outcome);
    ObjectBuilder result(resultTypes, check.outcome == Outcome::Failed ? "*FAILED*" : name);
    result.add("Value", enumeration("Microsoft.Exchange.Monitoring.ReplicationCheckResultEnum", name,
                                    static_cast<int>(check.outcome)));
    ObjectBuilder out(types, check.name);
    out.text("Server", call.world.servers[static_cast<std::size_t>(server)].spec.name).text("Check", check.name);
    out.text("CheckDescription", std::string("Checks ") + check.name + ".").add("Result", result.build());
    out.text("Error", check.error).flag("IsValid", true);
    return out.build();
}

Check simple(const char* name, bool passed, const char* error)
{
    return {name, passed ? Outcome::Passed : Outcome::Failed, passed ? std::string() : std::string(error)};
}

// Returns the names of the copies on this server that have one of the states.
std::string copiesIn(const Invocation& call, int server, std::initializer_list<CopyStatus> statuses)
{
    std::string names;
    for (const auto& database : call.world.databases)
        for (const auto& copy : database.copies)
            if (copy.server == server &&
                std::find(statuses.begin(), statuses.end(), copyStatus(call.world, database, copy)) != statuses.end())
                names += (names.empty() ? "" : ", ") + database.spec.name;
    return names;
}

Check copiesCheck(const Invocation& call, int server, const char* name, std::initializer_list<CopyStatus> statuses,
                  Outcome worst)
{
    const auto names = copiesIn(call, server, statuses);
    return {name, names.empty() ? Outcome::Passed : worst, names.empty() ? std::string() : "Database copies: " + names};
}

// Checks the databases on this server for at least `wanted` usable copies.
Check redundancy(const Invocation& call, int server, const char* name, int wanted)
{
    std::string names;
    for (const auto& database : call.world.databases) {
        if (database.spec.excludeFromMonitoring) continue;
        const auto here = std::any_of(database.copies.begin(), database.copies.end(),
                                      [&](const Copy& copy) { return copy.server == server; });
        const auto usable = std::count_if(database.copies.begin(), database.copies.end(), [&](const Copy& copy) {
            const auto status = copyStatus(call.world, database, copy);
            return status == CopyStatus::Healthy || status == CopyStatus::Mounted ||
                   status == CopyStatus::DisconnectedAndHealthy;
        });
        if (here && database.copies.size() > 1 && usable < wanted)
            names += (names.empty() ? "" : ", ") + database.spec.name;
    }
    return {name, names.empty() ? Outcome::Passed : Outcome::Failed,
            names.empty() ? std::string() : "Databases: " + names};
}

std::vector<Check> dagChecks(const Invocation& call, int server)
{
    const auto& world = call.world;
    const int dag = world.servers[static_cast<std::size_t>(server)].dag;
    std::vector<Check> checks;
    checks.push_back(
        simple("ClusterService", world.serviceRuns(server, "ClusSvc"), "The Cluster service is not running."));
    checks.push_back(simple("ReplayService", world.serviceRuns(server, "MSExchangeRepl"),
                            "The Microsoft Exchange Replication service is not running."));
    checks.push_back(simple("ActiveManager", world.serviceRuns(server, "MSExchangeRepl") && hasQuorum(world, dag),
                            "Active Manager is in an unknown state."));
    for (const char* name : {"TasksRpcListener", "TcpListener", "ServerLocatorService"})
        checks.push_back(simple(name, world.serviceRuns(server, "MSExchangeRepl"), "The listener does not answer."));
    const auto& members = world.dags[static_cast<std::size_t>(dag)].members;
    const bool allUp = std::all_of(members.begin(), members.end(),
                                   [&](int member) { return nodeState(world, member) != NodeState::Down; });
    checks.push_back(simple("DagMembersUp", allUp, "A member of the database availability group is down."));
    checks.push_back(simple("ClusterNetwork", true, ""));
    checks.push_back(simple("QuorumGroup", hasQuorum(world, dag), "The quorum group is not online."));
    checks.push_back(simple("FileShareQuorum",
                            world.dags[static_cast<std::size_t>(dag)].spec.witnessShareInUse != "InvalidConfiguration",
                            "The file share witness can't be used."));
    checks.push_back(redundancy(call, server, "DatabaseRedundancy", 2));
    checks.push_back(redundancy(call, server, "DatabaseAvailability", 1));
    checks.push_back(copiesCheck(call, server, "DBCopySuspended",
                                 {CopyStatus::Suspended, CopyStatus::FailedAndSuspended}, Outcome::Warning));
    checks.push_back(copiesCheck(call, server, "DBCopyFailed", {CopyStatus::Failed, CopyStatus::FailedAndSuspended},
                                 Outcome::Failed));
    checks.push_back(copiesCheck(call, server, "DBInitializing", {CopyStatus::Initializing}, Outcome::Warning));
    checks.push_back(copiesCheck(call, server, "DBDisconnected",
                                 {CopyStatus::DisconnectedAndHealthy, CopyStatus::DisconnectedAndResynchronizing},
                                 Outcome::Warning));
    checks.push_back(simple("DBLogCopyKeepingUp", true, ""));
    checks.push_back(simple("DBLogReplayKeepingUp", true, ""));
    return checks;
}

struct Role {
    const char* name;
    std::vector<const char*> services;
};

const std::vector<Role>& roles()
{
    static const std::vector<Role> all{
        {"Mailbox Server Role",
         {"IISAdmin", "MSExchangeADTopology", "MSExchangeDelivery", "MSExchangeIS", "MSExchangeMailboxAssistants",
          "MSExchangeRepl", "MSExchangeRPC", "MSExchangeServiceHost", "MSExchangeSubmission", "MSExchangeThrottling",
          "MSExchangeTransportLogSearch", "W3Svc", "WinRM"}},
        {"Client Access Server Role",
         {"IISAdmin", "MSExchangeADTopology", "MSExchangeRPC", "MSExchangeServiceHost", "W3Svc", "WinRM"}},
        {"Hub Transport Server Role",
         {"IISAdmin", "MSExchangeADTopology", "MSExchangeServiceHost", "MSExchangeTransport",
          "MSExchangeTransportLogSearch", "W3Svc", "WinRM"}}};
    return all;
}

} // namespace

void testReplicationHealth(Invocation& call)
{
    call.result.duration = 20s;
    const int server = call.arguments.has("Identity") ? call.serverArgument("Identity") : call.host;
    if (server < 0) return;
    const auto& holder = call.world.servers[static_cast<std::size_t>(server)];
    if (!holder.up)
        return call.report("ReplicationCheckException", "Server '" + call.world.fqdn(server) + "' can't be reached.",
                           category::NotSpecified, holder.spec.name);
    if (holder.dag < 0)
        return call.write(checkObject(
            call, server, simple("ReplayService", call.world.serviceRuns(server, "MSExchangeRepl"), "Not running.")));
    for (const auto& check : dagChecks(call, server))
        call.write(checkObject(call, server, check));
}

void testServiceHealth(Invocation& call)
{
    call.result.duration = 2s;
    static const auto types = typeNames(
        {"Microsoft.Exchange.Monitoring.ExchangeServicesStatus", "Microsoft.Exchange.Data.ConfigurableObject"});
    const int server = call.arguments.has("Server") ? call.serverArgument("Server") : call.host;
    if (server < 0) return;
    if (!call.world.servers[static_cast<std::size_t>(server)].up)
        return call.report("ServerUnreachableException", "Server '" + call.world.fqdn(server) + "' can't be reached.");
    for (const auto& role : roles()) {
        std::vector<std::string> running, stopped;
        for (const char* service : role.services)
            (call.world.serviceRuns(server, service) ? running : stopped).emplace_back(service);
        ObjectBuilder out(types, "Microsoft.Exchange.Monitoring.ExchangeServicesStatus");
        out.text("Role", role.name).flag("RequiredServicesRunning", stopped.empty());
        out.add("ServicesNotRunning", call.shapes.textList(stopped))
            .add("ServicesRunning", call.shapes.textList(running));
        out.nil("Identity").flag("IsValid", true);
        out.add("ObjectState", enumeration("Microsoft.Exchange.Data.ObjectState", "New", 0));
        call.write(out.build());
    }
}

// A monitor of each service that has a health set here. It is Unhealthy while the service does not run.
void getServerHealth(Invocation& call)
{
    call.result.duration = 3s;
    static const auto types = typeNames({"Microsoft.Exchange.Management.Monitoring.MonitorHealthEntry"});
    const int server = call.serverArgument("Identity");
    if (server < 0) return;
    const auto& name = call.world.servers[static_cast<std::size_t>(server)].spec.name;
    if (!call.world.servers[static_cast<std::size_t>(server)].up)
        return call.report("ServerUnreachableException", "Server '" + call.world.fqdn(server) + "' can't be reached.");
    struct Monitor {
        const char* healthSet;
        const char* name;
        const char* service;
        const char* component;
    };
    static constexpr Monitor monitors[]{
        {"HubTransport", "HubAvailabilityMonitor", "MSExchangeTransport", "HubTransport"},
        {"FrontendTransport", "FrontendTransportServiceMonitor", "MSExchangeFrontEndTransport", "FrontendTransport"},
        {"Clustering", "ServiceHealthMSExchangeReplEndpointMonitor", "MSExchangeRepl", "None"},
        {"Store", "StoreServiceKilledMonitor", "MSExchangeIS", "None"},
        {"MailboxTransport", "MailboxDeliveryAvailabilityMonitor", "MSExchangeDelivery", "None"},
        {"Monitoring", "HealthManagerHeartbeatMonitor", "MSExchangeHM", "Monitoring"}};
    for (const auto& monitor : monitors) {
        const bool runs = call.world.serviceRuns(server, monitor.service);
        ObjectBuilder out(types, monitor.name);
        out.text("Server", name).text("CurrentHealthSetState", "NotApplicable").text("Name", monitor.name);
        out.text("TargetResource", "").text("HealthSetName", monitor.healthSet);
        out.add("AlertValue", enumeration("Microsoft.Exchange.Monitoring.MonitorAlertState",
                                          runs ? "Healthy" : "Unhealthy", runs ? 1 : 3));
        out.text("ServerComponentName", monitor.component).flag("IsValid", true);
        call.write(out.build());
    }
}

} // namespace drydock::lab
