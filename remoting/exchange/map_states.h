// Get-ServerComponentState, Get-Queue, Get-ClusterNode and Get-Service to domain values (exchange.md 5.1, 5.6, 5.7).
#pragma once

#include "model/domain/component_state.h"
#include "model/domain/node.h"
#include "model/domain/queue.h"
#include "remoting/clixml/value.h"
#include "remoting/exchange/value_conversion.h"

#include <string>
#include <vector>

namespace drydock::exchange {

[[nodiscard]] std::vector<domain::ComponentState> mapComponents(const std::vector<clixml::Value>& objects);
[[nodiscard]] Mapped<domain::Queue> mapQueues(const std::vector<clixml::Value>& objects);
[[nodiscard]] std::vector<domain::ClusterNode> mapNodes(const std::vector<clixml::Value>& objects);
// Get-Service on `server`, completed by the process starts that Get-Process tells.
[[nodiscard]] std::vector<domain::Service> mapServices(const std::vector<clixml::Value>& services,
                                                       const std::vector<clixml::Value>& processes,
                                                       const domain::ServerName& server);

} // namespace drydock::exchange
