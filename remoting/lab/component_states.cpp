// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/component_states.h"

#include "model/domain/names.h"

#include <algorithm>
#include <array>

namespace drydock::lab {
namespace {

using domain::equalsIgnoringCase;
using Names = std::vector<std::string>;

// exchange.md 5.1: the list of a 2019 server was captured. 2016 has UMCallRouter too, and 2013 lacks the nine later
// ones.
const Names common{"ServerWideOffline",
                   "HubTransport",
                   "FrontendTransport",
                   "Monitoring",
                   "RecoveryActionsEnabled",
                   "AutoDiscoverProxy",
                   "ActiveSyncProxy",
                   "EcpProxy",
                   "EwsProxy",
                   "ImapProxy",
                   "OabProxy",
                   "OwaProxy",
                   "PopProxy",
                   "PushNotificationsProxy",
                   "RpsProxy",
                   "RwsProxy",
                   "RpcProxy"};
const Names tail{"XropProxy",     "HttpProxyAvailabilityGroup", "ForwardSyncDaemon", "ProvisioningRps", "MapiProxy",
                 "EdgeTransport", "HighAvailability",           "SharedCache"};
const Names later{"MailboxDeliveryProxy", "RoutingUpdates", "RestProxy", "DefaultProxy",     "Lsass",
                  "RoutingService",       "E4EProxy",       "CafeLAMv2", "LogExportProvider"};

Names assemble(bool unifiedMessaging, bool withLater)
{
    Names names = common;
    if (unifiedMessaging) names.emplace_back("UMCallRouter");
    names.insert(names.end(), tail.begin(), tail.end());
    if (withLater) names.insert(names.end(), later.begin(), later.end());
    return names;
}

ServiceState defaultState(std::string_view component)
{
    return component == "ForwardSyncDaemon" || component == "ProvisioningRps" ? ServiceState::Inactive
                                                                              : ServiceState::Active;
}

void takeNewer(std::map<std::string, StampedState>& newest, const std::string& requester, const StampedState& entry)
{
    const auto [at, isNew] = newest.try_emplace(requester, entry);
    if (!isNew && entry.time > at->second.time) at->second = entry;
}

} // namespace

const std::vector<std::string>& componentsOf(Generation generation)
{
    static const Names in2013 = assemble(true, false);
    static const Names in2016 = assemble(true, true);
    static const Names in2019 = assemble(false, true);
    static const Names none;
    switch (generation) {
    case Generation::Exchange2010:
        return none;
    case Generation::Exchange2013:
        return in2013;
    case Generation::Exchange2016:
        return in2016;
    case Generation::Exchange2019:
        break;
    }
    return in2019;
}

std::string componentName(Generation generation, std::string_view anyCase)
{
    for (const auto& name : componentsOf(generation))
        if (equalsIgnoringCase(name, anyCase)) return name;
    return {};
}

std::string requesterName(std::string_view anyCase)
{
    static const std::array names{"HealthAPI", "Maintenance", "Sidelined", "Functional", "Deployment"};
    for (const char* name : names)
        if (equalsIgnoringCase(name, anyCase)) return name;
    return {};
}

std::map<std::string, StampedState> newestByRequester(const World& world, const Server& server,
                                                      const std::string& component, const std::string& site,
                                                      Stores stores)
{
    std::map<std::string, StampedState> newest;
    if (const auto found = server.directory.find(component); found != server.directory.end())
        for (const auto& [requester, entry] : found->second)
            if (const auto& seen = entry.valueAtSite(site, world.now)) takeNewer(newest, requester, *seen);
    // The registry of a server that is down cannot be read.
    if (stores == Stores::DirectoryOnly || !server.up) return newest;
    if (const auto found = server.registry.find(component); found != server.registry.end())
        for (const auto& [requester, entry] : found->second)
            takeNewer(newest, requester, entry);
    return newest;
}

ServiceState ownState(const World& world, const Server& server, const std::string& component, const std::string& site,
                      Stores stores)
{
    const auto newest = newestByRequester(world, server, component, site, stores);
    if (newest.empty()) return defaultState(component);
    const auto any = [&](ServiceState state) {
        return std::any_of(newest.begin(), newest.end(),
                           [&](const auto& entry) { return entry.second.state == state; });
    };
    if (any(ServiceState::Inactive)) return ServiceState::Inactive;
    return any(ServiceState::Draining) ? ServiceState::Draining : ServiceState::Active;
}

bool isServerWideOffline(const World& world, const Server& server, const std::string& site, Stores stores)
{
    return ownState(world, server, "ServerWideOffline", site, stores) != ServiceState::Active;
}

ServiceState effectiveState(const World& world, const Server& server, const std::string& component,
                            const std::string& site, Stores stores)
{
    const bool exempt =
        component == "ServerWideOffline" || component == "Monitoring" || component == "RecoveryActionsEnabled";
    if (!exempt && isServerWideOffline(world, server, site, stores)) return ServiceState::Inactive;
    return ownState(world, server, component, site, stores);
}

void writeComponentState(World& world, int index, const ComponentWrite& write, const std::string& site)
{
    auto& server = world.servers[static_cast<std::size_t>(index)];
    const StampedState entry{write.state, write.time};
    if (write.directory)
        server.directory[write.component][write.requester].write(entry, site, world.now,
                                                                 world.scenario.timing.directoryLatency);
    // The directory is written first, then the remote registry. A server that is down keeps its old registry, and no
    // error is reported.
    if (write.registry && server.up &&
        !world.faults.strike(FaultKind::IgnoreRegistryWrite, "Set-ServerComponentState", server.spec.name, {}))
        server.registry[write.component][write.requester] = entry;
    world.events.plan(world.now + world.scenario.timing.transportNotices, {EventKind::TransportNotices, index});
    world.events.plan(world.now + std::chrono::seconds(30), {EventKind::ServicesFollow, index});
}

} // namespace drydock::lab
