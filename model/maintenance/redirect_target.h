// Which members can take the mail that waits on a server, best first.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/result.h"

#include <string>
#include <vector>

namespace drydock::maintenance {

// In place of an FQDN: no redirect.
inline constexpr const char* noRedirect = "-";

// The FQDNs of the members that can take mail: HubTransport Active, not blocked, not in maintenance. Those of the same
// site come first, then those with fewer active databases.
[[nodiscard]] std::vector<std::string> redirectTargets(const domain::DagSnapshot& snapshot,
                                                       const domain::ServerName& server);
// The first of them; empty: none.
[[nodiscard]] std::string suggestRedirectTarget(const domain::DagSnapshot& snapshot, const domain::ServerName& server);
// What the operator's wish comes to: the FQDN of a partner, empty for none. Usage when `wanted` is no partner's FQDN;
// an empty one takes the suggestion.
[[nodiscard]] domain::Result<std::string> chooseRedirectTarget(const domain::DagSnapshot& snapshot,
                                                               const domain::Server& server, const std::string& wanted);

} // namespace drydock::maintenance
