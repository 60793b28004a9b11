// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Collects what is known of servers that are out of service on purpose, from a snapshot, the journal and the current
// run.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/server_state.h"
#include "model/maintenance/organisation_record.h"
#include "model/maintenance/run_summary.h"

#include <QString>

#include <optional>
#include <vector>

namespace drydock::ui {

struct MaintenanceItem {
    domain::ServerName server{};
    domain::ServerState state = domain::ServerState::InMaintenance;
    std::optional<domain::Time> since{};
    QString why{};          // reason, change number, operator; or who is at work elsewhere
    bool elsewhere = false; // somebody else's run is under way, as the organisation's record shows
    bool running = false;   // a run of this server is under way; the following members are set then
    QString step{};         // "step 5 of 11"
    QString waitingFor{};
    double share = 0;  // of the steps that are over, from 0 to 1
    bool asks = false; // the run waits for a decision
    bool operator==(const MaintenanceItem&) const = default;
};

// Returns the servers of `dag` that are in maintenance, on the way there or back, or blocked, and those that somebody
// else is at work on, sorted by name. `runs`, of the journals, and `organisation`, of the organisation's record, are
// sorted from new to old. A pure function.
[[nodiscard]] std::vector<MaintenanceItem>
maintenanceItems(const domain::DagSnapshot& snapshot, const domain::DagName& dag,
                 const std::vector<maintenance::RunSummary>& runs,
                 const std::vector<maintenance::OrganisationRun>& organisation,
                 const std::optional<maintenance::RunState>& activity);

} // namespace drydock::ui
