// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Which readings a snapshot needs.
#pragma once

#include "model/ports/exchange_gateway.h"
#include "remoting/exchange/session_cache.h"

#include <vector>

namespace drydock::exchange {

struct SnapshotQuery {
    domain::SnapshotSection section;
    domain::ServerName server; // empty: the whole organisation
};

// Returns whether the server's own endpoint answers the section. Neither endpoint answers Healthchecks: it is asked
// over HTTP, as a load balancer does.
[[nodiscard]] bool onNode(domain::SnapshotSection section);
// Returns the readings of the whole organisation, which come first.
[[nodiscard]] std::vector<SnapshotQuery> organisationQueries(const ports::ReadScope& scope, const SessionCache& cache);
// Returns the readings of the servers that are known by then, one list for each queue. `uptime` is the time by a clock
// that does not jump.
[[nodiscard]] std::vector<std::vector<SnapshotQuery>> serverQueries(const ports::ReadScope& scope,
                                                                    const SessionCache& cache, domain::Duration uptime);

// Returns the groups of managed servers that were not read with their status.
[[nodiscard]] std::vector<domain::DagName> missingGroups(const domain::DagSnapshot& snapshot,
                                                         const SessionCache& cache);

} // namespace drydock::exchange
