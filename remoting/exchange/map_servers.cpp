// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/map_servers.h"

#include "remoting/exchange/value_conversion.h"

namespace drydock::exchange {

ServerIdentities mapExchangeServers(const std::vector<clixml::Value>& objects)
{
    ServerIdentities result;
    for (const clixml::Value& object : objects) {
        const domain::ServerName name = serverName(object["Name"].isNil() ? object["Fqdn"] : object["Name"]);
        if (name.empty()) continue;
        result[name] = {text(object["Fqdn"]), version(object["AdminDisplayVersion"]), objectName(object["Site"]),
                        text(object["Edition"]), flag(object["IsEdgeServer"])};
    }
    return result;
}

std::vector<domain::Server> mapMailboxServers(const std::vector<clixml::Value>& objects,
                                              const ServerIdentities& identities)
{
    std::vector<domain::Server> result;
    for (const clixml::Value& object : objects) {
        domain::Server server;
        server.name = serverName(object["Name"].isNil() ? object["Identity"] : object["Name"]);
        if (server.name.empty()) continue;
        server.fqdn = server.name.text();
        server.version = version(object["AdminDisplayVersion"]);
        server.dag = domain::DagName(objectName(object["DatabaseAvailabilityGroup"]));
        server.autoActivationPolicy =
            openEnum(object["DatabaseCopyAutoActivationPolicy"], &domain::autoActivationPolicy);
        const auto moveNow = knownFlag(object["DatabaseCopyActivationDisabledAndMoveNow"]);
        server.activationDisabledAndMoveNow = moveNow.value_or(false);
        server.moveNowRead = moveNow.has_value();
        server.maximumActiveDatabases = smallNumber(object["MaximumActiveDatabases"]);
        server.maximumPreferredActiveDatabases = smallNumber(object["MaximumPreferredActiveDatabases"]);
        if (const auto identity = identities.find(server.name); identity != identities.end()) {
            if (identity->second.edge) continue;
            if (!identity->second.fqdn.empty()) server.fqdn = identity->second.fqdn;
            if (!server.version.known()) server.version = identity->second.version;
            server.site = identity->second.site;
            server.edition = identity->second.edition;
        }
        result.push_back(std::move(server));
    }
    return result;
}

std::string domainControllerOf(const std::vector<clixml::Value>& objects)
{
    return objects.empty() ? std::string() : text(objects.front()["OriginatingServer"]);
}

domain::ServerName knownName(const ServerIdentities& identities, const domain::ServerName& name)
{
    constexpr std::size_t longestNetBiosName = 15;
    if (name.text().size() <= longestNetBiosName || identities.contains(name)) return name;
    const auto cut = identities.find(domain::ServerName(name.text().substr(0, longestNetBiosName)));
    return cut != identities.end() && domain::ServerName(cut->second.fqdn) == name ? cut->first : name;
}

std::vector<domain::AvailabilityGroup> mapGroups(const std::vector<clixml::Value>& objects)
{
    std::vector<domain::AvailabilityGroup> result;
    for (const clixml::Value& object : objects) {
        domain::AvailabilityGroup group;
        group.name = domain::DagName(objectName(object["Name"].isNil() ? object["Identity"] : object["Name"]));
        if (group.name.empty()) continue;
        group.servers = serverNames(object["Servers"]);
        group.witnessServer = text(object["WitnessServer"]);
        group.witnessInUse = domain::witnessShareInUse(std::string(object["WitnessShareInUse"].display()));
        group.primaryActiveManager = serverName(object["PrimaryActiveManager"]);
        group.operationalServers = serverNames(object["OperationalServers"]);
        group.serversInMaintenance = serverNames(object["ServersInMaintenance"]);
        group.stoppedServers = serverNames(object["StoppedMailboxServers"]);
        // If the cluster did not answer, these are null or empty. A running DAG always has an operational server.
        group.statusKnown = !group.operationalServers.empty();
        group.datacenterActivationCoordination =
            domain::equalsIgnoringCase(text(object["DatacenterActivationMode"]), "DagOnly");
        group.preferenceMoveFrequency = timeSpan(object["PreferenceMoveFrequency"]);
        result.push_back(std::move(group));
    }
    return result;
}

} // namespace drydock::exchange
