// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/state_digest.h"

#include "remoting/lab/cluster.h"
#include "remoting/lab/component_states.h"

#include <algorithm>

namespace drydock::lab {
namespace {

// Adds the component states as the server's own site has them, without waiting for replication.
void addComponents(const World& world, const Server& server, std::vector<std::string>& lines)
{
    for (const auto& component : componentsOf(server.spec.generation)) {
        std::string line = server.spec.name + " component " + component + ": " +
                           toString(effectiveState(world, server, component, server.spec.site));
        // An entry that is Active has no effect, and is left out.
        for (const auto& [requester, entry] : newestByRequester(world, server, component, server.spec.site))
            if (entry.state != ServiceState::Active) line += ", " + requester + " " + toString(entry.state);
        lines.push_back(std::move(line));
    }
}

void addServer(const World& world, int index, std::vector<std::string>& lines)
{
    const auto& server = world.servers[static_cast<std::size_t>(index)];
    const auto& name = server.spec.name;
    lines.push_back(name + " activation policy: " + toString(server.policy.latest()));
    lines.push_back(name + " activation disabled and move now: " + (server.moveNow.latest() ? "true" : "false"));
    lines.push_back(name + " reachable: " + (server.up ? "true" : "false"));
    if (server.dag >= 0) lines.push_back(name + " node: " + toString(nodeState(world, index)));
    for (const auto& service : server.services)
        lines.push_back(name + " service " + service.name + ": " + (service.running ? "Running" : "Stopped"));
    addComponents(world, server, lines);
}

} // namespace

StateDigest digestOf(const World& world)
{
    StateDigest digest;
    for (std::size_t i = 0; i < world.servers.size(); ++i)
        addServer(world, static_cast<int>(i), digest.lines);
    for (const auto& database : world.databases)
        for (const auto& copy : database.copies)
            digest.lines.push_back(database.spec.name + "\\" + copy.spec.server +
                                   " suspended: " + (copy.suspended ? "true" : "false") +
                                   ", for activation: " + (copy.activationSuspended ? "true" : "false"));
    return digest;
}

std::vector<std::string> StateDigest::difference(const StateDigest& other) const
{
    std::vector<std::string> out;
    for (const auto& line : lines)
        if (std::find(other.lines.begin(), other.lines.end(), line) == other.lines.end()) out.push_back("-" + line);
    for (const auto& line : other.lines)
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) out.push_back("+" + line);
    return out;
}

} // namespace drydock::lab
