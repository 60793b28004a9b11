// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Changes rows of a snapshot as commands and administrators do. Each row must exist; otherwise std::out_of_range is
// thrown.
#pragma once

#include "model/domain/dag_snapshot.h"

namespace drydock::tests {

// These return a row that can be changed.
[[nodiscard]] domain::Server& serverOf(domain::DagSnapshot& snapshot, const domain::ServerName& name);
[[nodiscard]] domain::ComponentState& componentOf(domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                                  const char* name);
[[nodiscard]] domain::Database& databaseOf(domain::DagSnapshot& snapshot, const std::string& name);
[[nodiscard]] domain::DatabaseCopy& copyOf(domain::DagSnapshot& snapshot, const char* database,
                                           const domain::ServerName& server);
[[nodiscard]] domain::ClusterNode& nodeOf(domain::DagSnapshot& snapshot, const domain::ServerName& server);
[[nodiscard]] domain::Service& serviceOf(domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                         const char* name);

// Sets an entry of the requester in both stores and the state computed from them, as Set-ServerComponentState does.
void setComponent(domain::DagSnapshot& snapshot, const domain::ServerName& server, const char* name,
                  domain::ServiceState state, const char* requester, domain::Time since);
void setPolicy(domain::DagSnapshot& snapshot, const domain::ServerName& server, domain::AutoActivationPolicy policy);
void pauseNode(domain::DagSnapshot& snapshot, const domain::ServerName& server, bool paused = true);
void activate(domain::DagSnapshot& snapshot, const std::string& database, const domain::ServerName& on);
// Activates another copy of every database that is active on the server and has one, and moves the primary active
// manager to another member.
void moveActivesAway(domain::DagSnapshot& snapshot, const domain::ServerName& server);
// Makes all the changes of a maintenance of the server that began at that time.
void putInMaintenance(domain::DagSnapshot& snapshot, const domain::ServerName& server, domain::Time begun);

} // namespace drydock::tests
