// One server on purpose out of service: what is known of it from snapshot, journal and run.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/server_state.h"
#include "model/maintenance/run_state.h"

#include <QString>

#include <optional>
#include <vector>

namespace drydock::ui {

struct MaintenanceItem {
    domain::ServerName server;
    domain::ServerState state = domain::ServerState::InMaintenance;
    std::optional<domain::Time> since;
    QString why; // reason, change number, operator
    bool running = false;
    QString step; // "step 5 of 11"
    QString waitingFor;
    double share = 0;
    bool operator==(const MaintenanceItem&) const = default;
};

// By name. `runs`: newest first.
[[nodiscard]] std::vector<MaintenanceItem> maintenanceItems(const domain::DagSnapshot& snapshot,
                                                            const domain::DagName& dag,
                                                            const std::vector<maintenance::RunState>& runs,
                                                            const std::optional<maintenance::RunState>& activity);

} // namespace drydock::ui
