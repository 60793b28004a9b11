// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/availability_group.h"

#include "model/domain/enum_names.h"

#include <algorithm>

namespace drydock::domain {
namespace {

constexpr EnumName<WitnessShareInUse> witnessNames[] = {
    {WitnessShareInUse::None, "None"},
    {WitnessShareInUse::Primary, "Primary"},
    {WitnessShareInUse::Alternate, "Alternate"},
    {WitnessShareInUse::InvalidConfiguration, "InvalidConfiguration"},
};

bool contains(const std::vector<ServerName>& names, const ServerName& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

bool AvailabilityGroup::operator==(const AvailabilityGroup&) const = default;

OpenEnum<WitnessShareInUse> witnessShareInUse(std::string text) { return openValueOf(witnessNames, std::move(text)); }

bool AvailabilityGroup::isPaused(const ServerName& server) const { return contains(serversInMaintenance, server); }
bool AvailabilityGroup::isOperational(const ServerName& server) const { return contains(operationalServers, server); }

namespace {

struct Votes {
    int weight = 1; // in the total
    int up = 0;
};

Votes votesOf(const AvailabilityGroup& group, const std::vector<ClusterNode>& nodes, const ServerName& member)
{
    const auto node =
        std::find_if(nodes.begin(), nodes.end(), [&](const ClusterNode& row) { return row.server == member; });
    const int weight = node == nodes.end() ? 1 : node->nodeWeight.value_or(1);
    // Paused nodes still vote: they are among the operational ones (exchange.md 4.4).
    if (!group.isOperational(member)) return {weight, 0};
    return {weight, node == nodes.end() ? weight : std::min(weight, node->dynamicWeight.value_or(weight))};
}

} // namespace

Quorum quorumOf(const AvailabilityGroup& group, const std::vector<ClusterNode>& nodes)
{
    if (!group.statusKnown) return {};
    Quorum quorum;
    for (const auto& member : group.servers) {
        if (contains(group.stoppedServers, member)) continue;
        const auto votes = votesOf(group, nodes, member);
        quorum.total += votes.weight;
        quorum.votes += votes.up;
    }
    if (quorum.total % 2 == 0 && !group.witnessServer.empty()) {
        ++quorum.total;
        const auto use = group.witnessInUse.value;
        if (use == WitnessShareInUse::Primary || use == WitnessShareInUse::Alternate) ++quorum.votes;
    }
    quorum.needed = quorum.total / 2 + 1;
    return quorum;
}

int votesWithout(const AvailabilityGroup& group, const std::vector<ClusterNode>& nodes, const ServerName& member)
{
    const int own = contains(group.stoppedServers, member) ? 0 : votesOf(group, nodes, member).up;
    return quorumOf(group, nodes).votes - own;
}

} // namespace drydock::domain
