// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A database availability group as Get-DatabaseAvailabilityGroup -Status shows it.
#pragma once

#include "model/domain/names.h"
#include "model/domain/node.h"
#include "model/domain/open_enum.h"
#include "model/domain/time.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::domain {

enum class WitnessShareInUse { None, Primary, Alternate, InvalidConfiguration, Unknown = -1 };
[[nodiscard]] OpenEnum<WitnessShareInUse> witnessShareInUse(std::string text);

struct AvailabilityGroup {
    DagName name;
    std::vector<ServerName> servers;
    std::string witnessServer;
    OpenEnum<WitnessShareInUse> witnessInUse;
    ServerName primaryActiveManager;              // empty: unknown
    bool statusKnown = false;                     // the fields below need the cluster to answer
    std::vector<ServerName> operationalServers;   // nodes Up or Paused
    std::vector<ServerName> serversInMaintenance; // nodes Paused
    std::vector<ServerName> stoppedServers;
    bool datacenterActivationCoordination = false;   // DatacenterActivationMode DagOnly
    std::optional<Duration> preferenceMoveFrequency; // zero or less: never; empty: not told, as before Exchange 2016

    bool operator==(const AvailabilityGroup&) const;

    [[nodiscard]] bool isPaused(const ServerName& server) const;
    [[nodiscard]] bool isOperational(const ServerName& server) const;
};

// Votes of the cluster quorum: the members and, with an even count of votes, the witness. Stopped members (datacenter
// activation) are not in the cluster. A node that was read counts with its NodeWeight, and is up with its
// DynamicWeight; one that was not read counts as one. All zero while the group's status is not known.
struct Quorum {
    int votes = 0; // up now
    int total = 0;
    int needed = 0; // majority of total
    [[nodiscard]] bool holds() const noexcept { return votes >= needed; }
    [[nodiscard]] bool survivesLossOfOne() const noexcept { return votes - 1 >= needed; }
    bool operator==(const Quorum&) const = default;
};
[[nodiscard]] Quorum quorumOf(const AvailabilityGroup& group, const std::vector<ClusterNode>& nodes);
// Returns the votes that are up when the member goes down.
[[nodiscard]] int votesWithout(const AvailabilityGroup& group, const std::vector<ClusterNode>& nodes,
                               const ServerName& member);

} // namespace drydock::domain
