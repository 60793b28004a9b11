// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/node_cmdlets.h"

#include "model/domain/names.h"
#include "remoting/lab/cluster.h"
#include "remoting/lab/invocation.h"
#include "remoting/lab/transport.h"

#include <array>

namespace drydock::lab {
namespace {

using clixml::Value;
using domain::equalsIgnoringCase;
using namespace std::chrono_literals;

constexpr const char* clusterException = "Microsoft.FailoverClusters.PowerShell.ClusterCmdletException";

struct ProcessName {
    const char* service;
    const char* process;
};
// The processes that a restart of a service replaces.
constexpr std::array processNames{ProcessName{"MSExchangeTransport", "EdgeTransport"},
                                  ProcessName{"MSExchangeTransport", "MSExchangeTransport"},
                                  ProcessName{"MSExchangeFrontEndTransport", "MSExchangeFrontendTransport"},
                                  ProcessName{"MSExchangeRepl", "msexchangerepl"},
                                  ProcessName{"MSExchangeIS", "Microsoft.Exchange.Store.Service"},
                                  ProcessName{"MSExchangeHM", "MSExchangeHMHost"},
                                  ProcessName{"ClusSvc", "clussvc"}};

Server& host(Invocation& call) { return call.world.servers[static_cast<std::size_t>(call.host)]; }

const Dag* clusterOf(Invocation& call)
{
    const int dag = host(call).dag;
    if (dag >= 0 && call.world.serviceRuns(call.host, "ClusSvc"))
        return &call.world.dags[static_cast<std::size_t>(dag)];
    call.report(nodeError(call.cmdlet, std::string(call.cmdlet.name), clusterException,
                          "The cluster service is not running on node '" + host(call).spec.name + "'.",
                          category::ObjectNotFound, host(call).spec.name));
    return nullptr;
}

Value nodeObject(const Invocation& call, int index)
{
    static const auto types = typeNames({"Microsoft.FailoverClusters.PowerShell.ClusterNode"});
    const auto& server = call.world.servers[static_cast<std::size_t>(index)];
    const auto state = nodeState(call.world, index);
    const bool paused = state == NodeState::Paused;
    ObjectBuilder out(types, server.spec.name);
    out.text("Name", server.spec.name).text("NodeName", server.spec.name).text("Id", std::to_string(index + 1));
    out.add("State", enumeration("Microsoft.FailoverClusters.PowerShell.ClusterNodeState", toString(state),
                                 static_cast<int>(state)));
    out.add("DrainStatus", enumeration("Microsoft.FailoverClusters.PowerShell.ClusterNodeDrainStatus",
                                       paused ? "Completed" : "NotInitiated", paused ? 2 : 0));
    out.add("DrainTarget", Value(clixml::Type::UInt32, "4294967295"))
        .add("NodeWeight", Value(clixml::Type::UInt32, "1"));
    out.add("DynamicWeight", Value(clixml::Type::UInt32, state == NodeState::Down ? "0" : "1"));
    out.add("StatusInformation",
            enumeration("Microsoft.FailoverClusters.PowerShell.ClusterNodeStatusInformation", "Normal", 0));
    if (server.dag >= 0) out.text("Cluster", call.world.dags[static_cast<std::size_t>(server.dag)].spec.name);
    return out.build();
}

// Returns whether Suspend-/Resume-ClusterNode names the node it runs on. Any other node would need a second hop
// (exchange.md 4.4).
bool isOwnNode(Invocation& call)
{
    const auto name = call.arguments.text("Name");
    const auto wanted = name.empty() || name == "." ? call.host : call.world.findServer(name);
    const auto id = std::string(call.cmdlet.name);
    if (wanted == call.host) return true;
    if (wanted < 0 || call.world.servers[static_cast<std::size_t>(wanted)].dag != host(call).dag) {
        call.report(nodeError(call.cmdlet, id, clusterException, "Cluster node '" + name + "' not found.",
                              category::ObjectNotFound, name));
        return false;
    }
    call.report(nodeError(call.cmdlet, id, clusterException,
                          "Access is denied. The cluster node '" + name + "' must be changed from that node itself.",
                          category::PermissionDenied, name));
    return false;
}

Value serviceObject(const Service& service)
{
    static const auto types = typeNames(
        {"System.ServiceProcess.ServiceController", "System.ComponentModel.Component", "System.MarshalByRefObject"});
    ObjectBuilder out(types, service.name);
    out.text("Name", service.name).text("ServiceName", service.name).text("DisplayName", service.displayName);
    out.add("Status", enumeration("System.ServiceProcess.ServiceControllerStatus",
                                  service.running ? "Running" : "Stopped", service.running ? 4 : 1));
    out.add("StartType", enumeration("System.ServiceProcess.ServiceStartMode",
                                     service.automatic ? "Automatic" : "Manual", service.automatic ? 2 : 3));
    out.flag("CanStop", service.running).flag("CanPauseAndContinue", false).text("MachineName", ".");
    out.nil("DependentServices").nil("ServicesDependedOn"); // PowerShell has an alias of the latter
    return out.build();
}

std::vector<Service*> servicesFor(Invocation& call, const char* id)
{
    std::vector<Service*> found;
    auto patterns = call.arguments.texts("Name");
    if (patterns.empty()) patterns.emplace_back("*");
    for (const auto& pattern : patterns) {
        const auto before = found.size();
        for (auto& service : host(call).services)
            if (matchesWildcard(pattern, service.name)) found.push_back(&service);
        if (found.size() == before && pattern.find_first_of("*?") == std::string::npos)
            call.report(nodeError(call.cmdlet, id, "Microsoft.PowerShell.Commands.ServiceCommandException",
                                  "Cannot find any service with service name '" + pattern + "'.",
                                  category::ObjectNotFound, pattern));
    }
    return found;
}

void start(Invocation& call, Service& service, Time at)
{
    if (service.name == "MSExchangeTransport") {
        startTransport(call.world, call.host, at);
        return;
    }
    service.running = true;
    service.started = at;
    service.processId = call.world.nextProcessId += 4;
}

void writeIfPassThru(Invocation& call, const Service& service)
{
    if (call.arguments.flag("PassThru")) call.write(serviceObject(service));
}

Value processObject(const std::string& name, int id, Time started)
{
    static const auto types =
        typeNames({"System.Diagnostics.Process", "System.ComponentModel.Component", "System.MarshalByRefObject"});
    ObjectBuilder out(types, "System.Diagnostics.Process (" + name + ")");
    out.text("Name", name).text("ProcessName", name).int32("Id", id).time("StartTime", started);
    out.flag("HasExited", false).flag("Responding", true);
    return out.build();
}

} // namespace

void getClusterNode(Invocation& call)
{
    const auto* cluster = clusterOf(call);
    if (!cluster) return;
    const auto name = call.arguments.text("Name");
    bool found = false;
    for (const int member : cluster->members) {
        const auto& memberName = call.world.servers[static_cast<std::size_t>(member)].spec.name;
        if (!name.empty() && name != "." && !matchesWildcard(domain::shortHostName(name), memberName)) continue;
        if (name == "." && member != call.host) continue;
        found = true;
        call.write(nodeObject(call, member));
    }
    if (!found)
        call.report(nodeError(call.cmdlet, "Get-ClusterNode", clusterException,
                              "Cluster node '" + name + "' not found.", category::ObjectNotFound, name));
}

void suspendClusterNode(Invocation& call)
{
    call.result.duration = call.arguments.flag("Wait") ? Duration(4s) : Duration(700ms);
    if (!clusterOf(call) || !isOwnNode(call)) return;
    // Pausing does not move the primary active manager, but draining moves every clustered role.
    if (call.arguments.flag("Drain") && call.world.dags[static_cast<std::size_t>(host(call).dag)].manager == call.host)
        call.world.events.plan(call.world.now + 3s, {EventKind::MoveManager, host(call).dag});
    host(call).node = NodeState::Paused;
    call.write(nodeObject(call, call.host));
}

void resumeClusterNode(Invocation& call)
{
    call.result.duration = 700ms;
    if (!clusterOf(call) || !isOwnNode(call)) return;
    if (host(call).node != NodeState::Paused)
        return call.report(nodeError(call.cmdlet, "Resume-ClusterNode", clusterException,
                                     "The cluster node is not paused (5058).", category::NotSpecified,
                                     host(call).spec.name));
    host(call).node = NodeState::Up;
    call.write(nodeObject(call, call.host));
}

void getClusterGroup(Invocation& call)
{
    static const auto types = typeNames({"Microsoft.FailoverClusters.PowerShell.ClusterGroup"});
    const auto* cluster = clusterOf(call);
    if (!cluster) return;
    const auto name = call.arguments.text("Name");
    if (!name.empty() && !matchesWildcard(name, "Cluster Group"))
        return call.report(nodeError(call.cmdlet, "Get-ClusterGroup", clusterException,
                                     "Cluster group '" + name + "' not found.", category::ObjectNotFound, name));
    ObjectBuilder out(types, "Cluster Group");
    out.text("Name", "Cluster Group");
    out.text("OwnerNode", cluster->manager < 0
                              ? std::string()
                              : call.world.servers[static_cast<std::size_t>(cluster->manager)].spec.name);
    out.add("State", enumeration("Microsoft.FailoverClusters.PowerShell.ClusterGroupState",
                                 cluster->manager < 0 ? "Offline" : "Online", cluster->manager < 0 ? 1 : 0));
    out.text("Cluster", cluster->spec.name).flag("IsCoreGroup", true);
    call.write(out.build());
}

void getService(Invocation& call)
{
    for (const auto* service : servicesFor(call, "NoServiceFoundForGivenName"))
        call.write(serviceObject(*service));
}

void startService(Invocation& call)
{
    call.result.duration = 2s;
    for (auto* service : servicesFor(call, "NoServiceFoundForGivenName")) {
        if (!service->running) start(call, *service, call.world.now + 2s);
        writeIfPassThru(call, *service);
    }
}

void stopService(Invocation& call)
{
    call.result.duration = 3s;
    for (auto* service : servicesFor(call, "NoServiceFoundForGivenName")) {
        service->running = false;
        writeIfPassThru(call, *service);
    }
}

void restartService(Invocation& call)
{
    call.result.duration = transportRestartTime;
    for (auto* service : servicesFor(call, "NoServiceFoundForGivenName")) {
        start(call, *service, call.world.now + transportRestartTime);
        writeIfPassThru(call, *service);
    }
}

void getProcess(Invocation& call)
{
    auto patterns = call.arguments.texts("Name");
    if (patterns.empty()) patterns.emplace_back("*");
    for (const auto& pattern : patterns) {
        const auto before = call.result.objects.size();
        for (const auto& [serviceName, process] : processNames) {
            const auto* service = call.world.findService(call.host, serviceName);
            if (service && service->running && service->started <= call.world.now && matchesWildcard(pattern, process))
                call.write(processObject(process,
                                         service->processId + (process == std::string_view("EdgeTransport") ? 2 : 0),
                                         service->started + host(call).spec.clockOffset));
        }
        if (host(call).spec.setupRunning && matchesWildcard(pattern, "ExSetup"))
            call.write(processObject("ExSetup", 3912, call.world.clockOf(call.host) - 7min));
        if (call.result.objects.size() == before && pattern.find_first_of("*?") == std::string::npos)
            call.report(nodeError(call.cmdlet, "NoProcessFoundForGivenName",
                                  "Microsoft.PowerShell.Commands.ProcessCommandException",
                                  "Cannot find a process with the name \"" + pattern +
                                      "\". Verify the process name and call the cmdlet again.",
                                  category::ObjectNotFound, pattern));
    }
}

} // namespace drydock::lab
