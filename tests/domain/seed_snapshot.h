// The seed's organisation as a snapshot: MAIL and MAIL2 in DAG1, DB01 and DB02 on both, DB-test on MAIL alone.
#pragma once

#include "model/domain/dag_snapshot.h"

namespace drydock::tests {

[[nodiscard]] domain::DagSnapshot seedSnapshot();

[[nodiscard]] domain::Time at(int minute); // 2020-05-10T14:00:00Z plus minutes
[[nodiscard]] domain::ServerName mail();
[[nodiscard]] domain::ServerName mail2();

// Changeable rows of a snapshot; the row must exist.
[[nodiscard]] domain::Server& serverOf(domain::DagSnapshot& snapshot, const domain::ServerName& name);
[[nodiscard]] domain::ComponentState& componentOf(domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                                  const char* name);
[[nodiscard]] domain::DatabaseCopy& copyOf(domain::DagSnapshot& snapshot, const char* database,
                                           const domain::ServerName& server);
[[nodiscard]] domain::ClusterNode& nodeOf(domain::DagSnapshot& snapshot, const domain::ServerName& server);
[[nodiscard]] domain::Service& serviceOf(domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                         const char* name);

// As Set-ServerComponentState does: an entry of the requester in both stores, and the state computed from them.
void setComponent(domain::DagSnapshot& snapshot, const domain::ServerName& server, const char* name,
                  domain::ServiceState state, const char* requester, domain::Time since);
void setPolicy(domain::DagSnapshot& snapshot, const domain::ServerName& server, domain::AutoActivationPolicy policy);
void pauseNode(domain::DagSnapshot& snapshot, const domain::ServerName& server, bool paused = true);
void activate(domain::DagSnapshot& snapshot, const char* database, const domain::ServerName& on);
// All that a finished maintenance of the server leaves behind.
void putInMaintenance(domain::DagSnapshot& snapshot, const domain::ServerName& server);

} // namespace drydock::tests
