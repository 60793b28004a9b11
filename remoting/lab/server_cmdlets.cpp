// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/server_cmdlets.h"

#include "remoting/lab/active_manager.h"
#include "remoting/lab/cluster.h"
#include "remoting/lab/component_states.h"
#include "remoting/lab/invocation.h"

#include <algorithm>

namespace drydock::lab {
namespace {

using clixml::Value;
using namespace std::chrono_literals;

const Server& serverAt(const Invocation& call, int index)
{
    return call.world.servers[static_cast<std::size_t>(index)];
}

Value editionOf(const Server& server)
{
    const bool standard = server.spec.edition == "Standard";
    return enumeration("Microsoft.Exchange.Data.ServerEditionType", server.spec.edition, standard ? 1 : 3);
}

Value roleOf(const Server& server)
{
    const char* type = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ServerRole";
    return server.spec.edge ? enumeration(type, "Edge", 64) : enumeration(type, "Mailbox", 16385);
}

Value policyValue(Policy policy)
{
    return enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseCopyAutoActivationPolicyType",
                       toString(policy), static_cast<int>(policy));
}

Value optionalNumber(const std::optional<int>& number) { return number ? Value::int32(*number) : Value(); }

Value exchangeServerObject(const Invocation& call, int index)
{
    static const auto types =
        typeNames({"Microsoft.Exchange.Data.Directory.Management.ExchangeServer",
                   "Microsoft.Exchange.Data.Directory.Management.ADPresentationObject",
                   "Microsoft.Exchange.Data.Directory.ADObject", "Microsoft.Exchange.Data.Directory.ADRawEntry",
                   "Microsoft.Exchange.Data.ConfigurableObject"});
    const auto& server = serverAt(call, index);
    const bool edge = server.spec.edge;
    const bool unified = !edge && server.spec.generation != Generation::Exchange2019;
    const bool later = server.spec.generation != Generation::Exchange2010;
    ObjectBuilder out(types, server.spec.name);
    out.text("Name", server.spec.name).text("Domain", call.world.scenario.domain).add("Edition", editionOf(server));
    out.text("Fqdn", call.world.fqdn(index)).flag("IsHubTransportServer", !edge).flag("IsClientAccessServer", !edge);
    out.flag("IsEdgeServer", edge).flag("IsMailboxServer", !edge).flag("IsUnifiedMessagingServer", unified);
    out.flag("IsFrontendTransportServer", !edge && later).flag("IsE15OrLater", later);
    // An Edge server is subscribed to a site, and in none itself.
    out.add("AdminDisplayVersion", call.shapes.version(server.spec.version))
        .add("Site", edge ? Value() : call.shapes.siteId(server.spec.site));
    out.add("ServerRole", roleOf(server))
        .add("CurrentDomainControllers", call.shapes.textList({call.world.domainControllerOf(server.spec.site)}));
    out.time("WhenChanged", server.bootedAt).add("Identity", call.shapes.serverId(index));
    out.add("Guid", Value::guid(guidOf(server.spec.name)));
    out.text("OriginatingServer", call.domainController).flag("IsValid", true);
    return out.build();
}

Value mailboxServerObject(const Invocation& call, int index)
{
    static const auto types =
        typeNames({"Microsoft.Exchange.Data.Directory.Management.MailboxServer",
                   "Microsoft.Exchange.Data.Directory.Management.ADPresentationObject",
                   "Microsoft.Exchange.Data.Directory.ADObject", "Microsoft.Exchange.Data.Directory.ADRawEntry",
                   "Microsoft.Exchange.Data.ConfigurableObject"});
    const auto& server = serverAt(call, index);
    ObjectBuilder out(types, server.spec.name);
    out.text("Name", server.spec.name);
    out.add("AutoDatabaseMountDial",
            enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.AutoDatabaseMountDial",
                        "GoodAvailability", 6));
    out.add("DatabaseCopyAutoActivationPolicy", policyValue(server.policy.valueAtSite(call.site, call.world.now)));
    out.flag("DatabaseCopyActivationDisabledAndMoveNow", server.moveNow.valueAtSite(call.site, call.world.now));
    out.text("FaultZone", {}).flag("AutoDagServerConfigured", false);
    if (server.dag >= 0)
        out.add("DatabaseAvailabilityGroup",
                call.shapes.dagId(call.world.dags[static_cast<std::size_t>(server.dag)].spec.name));
    else
        out.nil("DatabaseAvailabilityGroup");
    out.add("MaximumActiveDatabases", optionalNumber(server.spec.maximumActiveDatabases))
        .add("MaximumPreferredActiveDatabases", optionalNumber(server.spec.maximumPreferredActiveDatabases));
    out.add("AdminDisplayVersion", call.shapes.version(server.spec.version)).add("ServerRole", roleOf(server));
    out.add("Identity", call.shapes.serverId(index))
        .add("Guid", Value::guid(guidOf(server.spec.name)))
        .text("OriginatingServer", call.domainController)
        .flag("IsValid", true);
    return out.build();
}

// Returns one list of RequesterDetails (exchange.md 5.0).
Value stateList(const Invocation& call, const std::string& component,
                const std::vector<std::pair<std::string, StampedState>>& entries)
{
    static const auto listTypes =
        typeNames({"System.Collections.Generic.List`1[[Microsoft.Exchange.Data.Directory.Management."
                   "ServerComponentStatePresentationObject+"
                   "RequesterDetails, Microsoft.Exchange.Data.Directory, Version=15.0.0.0, Culture=neutral, "
                   "PublicKeyToken=31bf3856ad364e35]]"});
    static const auto types = typeNames(
        {"Microsoft.Exchange.Data.Directory.Management.ServerComponentStatePresentationObject+RequesterDetails"});
    clixml::Object list;
    list.types = listTypes;
    list.container = clixml::Container::List;
    for (const auto& [requester, entry] : entries) {
        auto text =
            "Requestor:" + requester + "; State:" + toString(entry.state) + "; Timestamp:" + usDateTime(entry.time);
        if (call.world.scenario.serialization == Serialization::Texts) {
            list.items.push_back(Value::string(std::move(text)));
            continue;
        }
        ObjectBuilder out(types, std::move(text));
        out.text("Requester", requester)
            .text("State", toString(entry.state))
            .time("Timestamp", entry.time)
            .text("Component", component);
        list.items.push_back(out.build());
    }
    return Value::object(std::move(list));
}

Value localStates(const Invocation& call, const Server& server, const std::string& component)
{
    if (!server.up) return {}; // the registry cannot be read
    std::vector<std::pair<std::string, StampedState>> entries;
    if (const auto found = server.registry.find(component); found != server.registry.end())
        entries.assign(found->second.begin(), found->second.end());
    return stateList(call, component, entries);
}

Value remoteStates(const Invocation& call, const Server& server, const std::string& component)
{
    std::vector<std::pair<std::string, StampedState>> entries;
    if (const auto found = server.directory.find(component); found != server.directory.end())
        for (const auto& [requester, entry] : found->second)
            if (const auto& seen = entry.valueAtSite(call.site, call.world.now)) entries.emplace_back(requester, *seen);
    return stateList(call, component, entries);
}

Value componentObject(const Invocation& call, int index, const std::string& component)
{
    static const auto types =
        typeNames({"Microsoft.Exchange.Data.Directory.Management.ServerComponentStatePresentationObject",
                   "Microsoft.Exchange.Data.ConfigurableObject"});
    const auto& server = serverAt(call, index);
    const auto state = effectiveState(call.world, server, component, call.site);
    ObjectBuilder out(types, "Microsoft.Exchange.Data.Directory.Management.ServerComponentStatePresentationObject");
    out.text("ServerFqdn", call.world.fqdn(index)).text("Component", component);
    out.add("State", enumeration("Microsoft.Exchange.Data.ServiceState", toString(state), static_cast<int>(state)));
    out.flag("ServerWideOfflineIsOffline", isServerWideOffline(call.world, server, call.site));
    out.add("RemoteStates", remoteStates(call, server, component))
        .add("LocalStates", localStates(call, server, component));
    out.add("Identity", call.shapes.serverId(index)).flag("IsValid", true);
    out.add("ObjectState", enumeration("Microsoft.Exchange.Data.ObjectState", "New", 0));
    return out.build();
}

void checkManagerSoon(Invocation& call, int server)
{
    const int dag = serverAt(call, server).dag;
    if (dag >= 0) call.world.events.plan(call.world.now + 60s, {EventKind::CheckManager, dag, 1});
}

Value memberList(const Invocation& call, const Dag& dag, bool (*fits)(NodeState))
{
    std::vector<Value> items;
    for (const int member : dag.members)
        if (fits(nodeState(call.world, member))) items.push_back(call.shapes.serverId(member));
    return call.shapes.list(std::move(items));
}

bool isManaged(const Invocation& call, const Dag& dag)
{
    return std::all_of(dag.members.begin(), dag.members.end(),
                       [&](int member) { return isManaged(serverAt(call, member)); });
}

// A group without members has no cluster, and that of an Exchange 2010 group is not asked.
void addDagStatus(const Invocation& call, const Dag& dag, bool status, ObjectBuilder& out)
{
    static constexpr std::pair<const char*, int> shares[]{
        {"None", 0}, {"Primary", 1}, {"Alternate", 2}, {"InvalidConfiguration", 3}};
    if (!status || dag.members.empty() || !isManaged(call, dag)) {
        for (const char* name : {"OperationalServers", "PrimaryActiveManager", "ServersInMaintenance",
                                 "ServersInDeferredRecovery", "WitnessShareInUse", "NetworkNames"})
            out.nil(name);
        out.add("ReplicationPort", Value(clixml::Type::UInt16, "0"));
        return;
    }
    out.add("OperationalServers", memberList(call, dag, [](NodeState state) { return state != NodeState::Down; }));
    out.add("PrimaryActiveManager", call.shapes.serverId(dag.manager));
    out.add("ServersInMaintenance", memberList(call, dag, [](NodeState state) { return state == NodeState::Paused; }));
    out.add("ServersInDeferredRecovery", call.shapes.list({}));
    for (const auto& [name, number] : shares)
        if (dag.spec.witnessShareInUse == name)
            out.add(
                "WitnessShareInUse",
                enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.WitnessShareInUse", name, number));
    out.add("NetworkNames", call.shapes.textList({"MapiDagNetwork"}))
        .add("ReplicationPort", Value(clixml::Type::UInt16, "64327"));
}

Value dagObject(const Invocation& call, const Dag& dag, bool status)
{
    static const auto types = typeNames(
        {"Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseAvailabilityGroup",
         "Microsoft.Exchange.Data.Directory.ADConfigurationObject", "Microsoft.Exchange.Data.Directory.ADObject",
         "Microsoft.Exchange.Data.Directory.ADRawEntry", "Microsoft.Exchange.Data.ConfigurableObject"});
    const auto& spec = dag.spec;
    ObjectBuilder out(types, spec.name);
    out.text("Name", spec.name).add("Servers", memberList(call, dag, [](NodeState) { return true; }));
    out.text("WitnessServer", spec.witnessServer).text("WitnessDirectory", "C:\\DAGFileShareWitnesses\\" + spec.name);
    out.nil("AlternateWitnessServer").nil("AlternateWitnessDirectory").flag("ManualDagNetworkConfiguration", false);
    out.add("NetworkCompression", enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration."
                                              "DatabaseAvailabilityGroup+NetworkOption",
                                              "InterSubnetOnly", 2));
    out.add("NetworkEncryption", enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration."
                                             "DatabaseAvailabilityGroup+NetworkOption",
                                             "InterSubnetOnly", 2));
    out.add("DatacenterActivationMode",
            enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.DatacenterActivationModeOption",
                        spec.datacenterActivationMode, spec.datacenterActivationMode == "Off" ? 0 : 1));
    std::vector<std::string> stopped, started;
    for (const int member : dag.members) {
        const auto& name = serverAt(call, member).spec.name;
        const bool isStopped =
            std::any_of(spec.stoppedServers.begin(), spec.stoppedServers.end(),
                        [&](const std::string& other) { return call.world.findServer(other) == member; });
        (isStopped ? stopped : started).push_back(name + "." + call.world.scenario.domain);
    }
    out.add("StoppedMailboxServers", call.shapes.textList(stopped))
        .add("StartedMailboxServers", call.shapes.textList(started));
    out.add("DatabaseAvailabilityGroupIpv4Addresses", call.shapes.textList({}))
        .flag("AllowCrossSiteRpcClientAccess", false);
    addDagStatus(call, dag, status, out);
    if (serverAt(call, call.host).spec.generation != Generation::Exchange2013)
        out.add("PreferenceMoveFrequency", spec.preferenceMoveFrequency
                                               ? call.shapes.span(*spec.preferenceMoveFrequency)
                                               : Value::string("-00:00:00.0010000"));
    out.add("Identity", call.shapes.dagId(spec.name)).add("Guid", Value::guid(guidOf(spec.name))).flag("IsValid", true);
    return out.build();
}

// Returns what Set-ServerComponentState is asked to write. Reports errors in the arguments.
std::optional<ComponentWrite> componentWrite(Invocation& call, int server)
{
    ComponentWrite write;
    write.component = componentName(serverAt(call, server).spec.generation, call.arguments.text("Component"));
    write.time = call.world.clockOf(call.host);
    write.requester = requesterName(call.arguments.text("Requester"));
    write.state = serviceStateFromText(call.arguments.text("State")).value_or(ServiceState::Active);
    const bool localOnly = call.arguments.flag("LocalOnly");
    const bool remoteOnly = call.arguments.flag("RemoteOnly");
    if (write.component.empty()) {
        call.report("ArgumentException",
                    "The component '" + call.arguments.text("Component") + "' is not valid on this server.",
                    category::InvalidArgument, call.arguments.text("Component"));
        return std::nullopt;
    }
    if (localOnly && remoteOnly) {
        call.report("ArgumentException", "The parameters LocalOnly and RemoteOnly can't be used together.",
                    category::InvalidArgument);
        return std::nullopt;
    }
    if (localOnly && (write.component == "Monitoring" || write.component == "RecoveryActionsEnabled")) {
        call.report("ArgumentException",
                    "The parameter LocalOnly can't be used with the component '" + write.component + "'.",
                    category::InvalidArgument, write.component);
        return std::nullopt;
    }
    write.registry = !remoteOnly;
    write.directory = !localOnly && write.requester !=
                                        "HealthAPI"; // HealthAPI's entries exist only in the registry (exchange.md 4.1)
    return write;
}

} // namespace

void getExchangeServer(Invocation& call)
{
    // Every server is listed, also those that are not managed from here.
    const auto name = call.arguments.text("Identity");
    const int wanted = call.world.findServer(name);
    if (!name.empty() && wanted < 0) return call.notFound(name);
    for (std::size_t i = 0; i < call.world.servers.size(); ++i)
        if (name.empty() || static_cast<int>(i) == wanted) call.write(exchangeServerObject(call, static_cast<int>(i)));
}

void getMailboxServer(Invocation& call)
{
    for (const int server : call.serversFor("Identity"))
        if (!serverAt(call, server).spec.edge) call.write(mailboxServerObject(call, server));
}

void setMailboxServer(Invocation& call)
{
    call.result.duration = 900ms;
    const int index = call.serverArgument("Identity");
    if (index < 0 || call.arguments.flag("WhatIf")) return;
    auto& server = call.world.servers[static_cast<std::size_t>(index)];
    const auto latency = call.world.scenario.timing.directoryLatency;
    bool changed = false;
    if (const auto policy = policyFromText(call.arguments.text("DatabaseCopyAutoActivationPolicy"))) {
        changed |= server.policy.latest() != *policy;
        server.policy.write(*policy, call.site, call.world.now, latency);
    }
    if (call.arguments.has("DatabaseCopyActivationDisabledAndMoveNow")) {
        const bool moveNow = call.arguments.flag("DatabaseCopyActivationDisabledAndMoveNow");
        changed |= server.moveNow.latest() != moveNow;
        server.moveNow.write(moveNow, call.site, call.world.now, latency);
    }
    if (call.arguments.has("MaximumActiveDatabases")) {
        server.spec.maximumActiveDatabases = static_cast<int>(call.arguments.number("MaximumActiveDatabases", 0));
        changed = true;
    }
    if (!changed)
        call.result.warnings.push_back("The command completed successfully but no settings of '" + server.spec.name +
                                       "' have been modified.");
    checkManagerSoon(call, index);
}

void getServerComponentState(Invocation& call)
{
    const int server = call.serverArgument("Identity");
    if (server < 0) return;
    if (!serverAt(call, server).up)
        call.result.warnings.push_back("The local component states of server '" + call.world.fqdn(server) +
                                       "' could not be read.");
    const auto wanted = call.arguments.text("Component");
    const auto generation = serverAt(call, server).spec.generation;
    if (!wanted.empty() && componentName(generation, wanted).empty())
        return call.report("ArgumentException", "The component '" + wanted + "' is not valid on this server.",
                           category::InvalidArgument, wanted);
    for (const auto& component : componentsOf(generation))
        if (wanted.empty() || component == componentName(generation, wanted))
            call.write(componentObject(call, server, component));
}

void setServerComponentState(Invocation& call)
{
    call.result.duration = 1200ms;
    const int server = call.serverArgument("Identity");
    if (server < 0) return;
    const auto write = componentWrite(call, server);
    if (!write || call.arguments.flag("WhatIf")) return;
    if (!serverAt(call, server).up) {
        // The registry write times out, and only LocalOnly reports an error.
        call.result.duration = std::chrono::seconds(call.arguments.number("TimeoutInSeconds", 120));
        if (!write->directory)
            return call.report("ServerComponentApiException",
                               "The registry of server '" + call.world.fqdn(server) + "' could not be written.",
                               category::InvalidOperation, serverAt(call, server).spec.name);
    }
    writeComponentState(call.world, server, *write, call.site);
}

void getDatabaseAvailabilityGroup(Invocation& call)
{
    const auto wanted = call.arguments.text("Identity");
    const bool status = call.arguments.flag("Status");
    if (status) call.result.duration = 400ms;
    bool found = wanted.empty();
    for (const auto& dag : call.world.dags) {
        if (!wanted.empty() && !matchesWildcard(wanted, dag.spec.name)) continue;
        found = true;
        call.write(dagObject(call, dag, status));
        if (status && !isManaged(call, dag))
            call.report("FileNotFoundException",
                        "The status of the group '" + dag.spec.name + "' of an earlier version can't be read.",
                        category::NotSpecified, dag.spec.name);
    }
    if (!found) call.notFound(wanted);
}

} // namespace drydock::lab
