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

Quorum quorumOf(const AvailabilityGroup& group)
{
    if (!group.statusKnown) return {};
    Quorum quorum;
    quorum.total = static_cast<int>(group.servers.size());
    // Paused nodes vote and are among the operational servers (exchange.md 4.4).
    quorum.votes = static_cast<int>(std::count_if(group.servers.begin(), group.servers.end(),
                                                  [&](const ServerName& name) { return group.isOperational(name); }));
    const bool even = group.servers.size() % 2 == 0;
    if (even && !group.witnessServer.empty()) {
        ++quorum.total;
        const auto use = group.witnessInUse.value;
        if (use == WitnessShareInUse::Primary || use == WitnessShareInUse::Alternate) ++quorum.votes;
    }
    quorum.needed = quorum.total / 2 + 1;
    return quorum;
}

} // namespace drydock::domain
