// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Chooses the member that takes over the queued mail of a server.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/result.h"

#include <string>
#include <vector>

namespace drydock::maintenance {

// Stands in place of an FQDN and means no redirect.
inline constexpr const char* noRedirect = "-";

// Returns the FQDNs of the members that can take mail: HubTransport is Active, transport runs, and the server is
// Serving. Members of the same site come first, then members with fewer active databases.
[[nodiscard]] std::vector<std::string> redirectTargets(const domain::DagSnapshot& snapshot,
                                                       const domain::ServerName& server);
// Returns the same with `preferred` in front, which may be one that cannot take mail: then the operator insists on it.
[[nodiscard]] std::vector<std::string> redirectTargets(const domain::DagSnapshot& snapshot,
                                                       const domain::ServerName& server, const std::string& preferred);
// Returns the first of redirectTargets(); empty if there is none.
[[nodiscard]] std::string suggestRedirectTarget(const domain::DagSnapshot& snapshot, const domain::ServerName& server);
// Returns the FQDN of the target; empty for no redirect. `wanted` is an FQDN, empty for the suggestion, or noRedirect.
// Usage if it is not the FQDN of a partner.
[[nodiscard]] domain::Result<std::string> chooseRedirectTarget(const domain::DagSnapshot& snapshot,
                                                               const domain::Server& server, const std::string& wanted);

} // namespace drydock::maintenance
