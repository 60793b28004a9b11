// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The settings of a server before a maintenance. They are read before the first change, kept in the journal, and
// restored by the reinstate run.
#pragma once

#include "model/domain/dag_snapshot.h"

#include <string>
#include <vector>

namespace drydock::maintenance {

struct OriginalSettings {
    domain::OpenEnum<domain::AutoActivationPolicy> policy;
    bool activationDisabledAndMoveNow = false;
    domain::OpenEnum<domain::NodeState> node;
    std::vector<domain::ComponentState> components; // with the requesters of both stores
    std::vector<domain::Service> services;
    std::vector<domain::DatabaseName> activeDatabases; // without recovery databases and those left dismounted
    std::vector<domain::DatabaseName> unhealthyCopies; // copies on the server that were suspended, failed or the like
    bool operator==(const OriginalSettings&) const;
};

[[nodiscard]] OriginalSettings readOriginalSettings(const domain::DagSnapshot& snapshot,
                                                    const domain::ServerName& server);
// Returns the settings of `now`; those that still look as an unfinished maintenance left them are taken from `before`.
[[nodiscard]] OriginalSettings inheritedSettings(const OriginalSettings& now, const OriginalSettings& before);

// Returns one line for each entry that holds a component down: "HubTransport Inactive by Functional".
[[nodiscard]] std::vector<std::string> heldDown(const OriginalSettings& settings);
// Whether the server served before the maintenance, by the same signs as server_state.h; if not, restoring it exactly
// does not bring it into service.
[[nodiscard]] bool wasServing(const OriginalSettings& original);
// Returns whether the settings look as a maintenance leaves them, so that they may not be those from before it.
[[nodiscard]] bool alreadyTouched(const OriginalSettings& settings);
// Returns the state of the Maintenance requester; Active if it has no entry.
[[nodiscard]] domain::ServiceState maintenanceState(const domain::ComponentState& component);
// Returns the state of the Maintenance requester of this component in the settings; Active if they lack the component.
[[nodiscard]] domain::ServiceState savedState(const OriginalSettings& original, const std::string& component);

} // namespace drydock::maintenance
