// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/invocation.h"

#include "model/domain/names.h"

namespace drydock::lab {

void Invocation::report(const std::string& exception, const std::string& message, int errorCategory,
                        const std::string& target)
{
    report(exchangeError(world, host, cmdlet, exception, message, errorCategory, target));
}

void Invocation::notFound(const std::string& what)
{
    report("ManagementObjectNotFoundException",
           "The operation couldn't be performed because object '" + what + "' couldn't be found on '" +
               domainController + "'.",
           category::NotSpecified, what);
}

int Invocation::serverArgument(std::string_view parameter)
{
    const auto name = arguments.text(parameter);
    const int server = world.findServer(name);
    // The name is a short name or an FQDN. A server of another domain is a different server.
    const bool isFqdn = name.find('.') != std::string::npos;
    if (server < 0 || (isFqdn && !domain::equalsIgnoringCase(world.fqdn(server), name))) {
        notFound(name);
        return -1;
    }
    const auto& found = world.servers[static_cast<std::size_t>(server)];
    if (isManaged(found)) return server;
    report("InvalidOperationException",
           found.spec.edge
               ? "The server '" + name + "' is an Edge Transport server, which can't be managed from here."
               : "The server '" + name + "' runs an earlier version of Exchange, which can't be asked this.",
           category::InvalidOperation, name);
    return -1;
}

std::vector<int> Invocation::serversFor(std::string_view parameter)
{
    if (arguments.has(parameter) && !arguments.text(parameter).empty()) {
        const int server = serverArgument(parameter);
        return server < 0 ? std::vector<int>{} : std::vector<int>{server};
    }
    std::vector<int> all;
    for (std::size_t i = 0; i < world.servers.size(); ++i)
        all.push_back(static_cast<int>(i));
    return all;
}

std::vector<int> Invocation::databasesFor(std::string_view parameter)
{
    const auto pattern = arguments.text(parameter);
    std::vector<int> found;
    for (std::size_t i = 0; i < world.databases.size(); ++i)
        if (pattern.empty() || matchesWildcard(pattern, world.databases[i].spec.name))
            found.push_back(static_cast<int>(i));
    if (found.empty() && !pattern.empty() && pattern.find('*') == std::string::npos) notFound(pattern);
    return found;
}

} // namespace drydock::lab
