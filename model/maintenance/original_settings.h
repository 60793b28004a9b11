// What was there before a maintenance and must be there again: read before the first change, kept in the journal.
#pragma once

#include "model/domain/dag_snapshot.h"

#include <string>
#include <vector>

namespace drydock::maintenance {

struct OriginalSettings {
    domain::OpenEnum<domain::AutoActivationPolicy> policy;
    bool activationDisabledAndMoveNow = false;
    domain::OpenEnum<domain::NodeState> node;
    std::vector<domain::ComponentState> components; // of the server, with requesters of both stores
    std::vector<domain::Service> services;
    std::vector<domain::DatabaseName> activeDatabases;
    bool operator==(const OriginalSettings&) const;
};

[[nodiscard]] OriginalSettings readOriginalSettings(const domain::DagSnapshot& snapshot,
                                                    const domain::ServerName& server);
// What still looks as an unfinished maintenance left it is as it was `before` that one; the rest is as it is `now`.
[[nodiscard]] OriginalSettings inheritedSettings(const OriginalSettings& now, const OriginalSettings& before);

// What held components down, one entry a line: "HubTransport Inactive by Functional".
[[nodiscard]] std::vector<std::string> heldDown(const OriginalSettings& settings);
// Whether the server served before the maintenance; if not, restoring it exactly does not bring it into service.
[[nodiscard]] bool wasServing(const OriginalSettings& original);
// The state of the Maintenance requester as it was: Active where it had no entry.
[[nodiscard]] domain::ServiceState maintenanceState(const domain::ComponentState& component);
// The same of a component of the settings.
[[nodiscard]] domain::ServiceState savedState(const OriginalSettings& original, const std::string& component);

} // namespace drydock::maintenance
