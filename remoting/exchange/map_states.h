// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts the output of Get-ServerComponentState, Get-Queue, Get-ClusterNode and Get-Service to domain values
// (exchange.md 5.1, 5.6, 5.7).
#pragma once

#include "model/domain/component_state.h"
#include "model/domain/node.h"
#include "model/domain/queue.h"
#include "remoting/clixml/value.h"
#include "remoting/exchange/value_conversion.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::exchange {

[[nodiscard]] std::vector<domain::ComponentState> mapComponents(const std::vector<clixml::Value>& objects);
// A queue without its length is left out and reported as unreadable.
[[nodiscard]] Mapped<domain::Queue> mapQueues(const std::vector<clixml::Value>& objects);
[[nodiscard]] std::vector<domain::ClusterNode> mapNodes(const std::vector<clixml::Value>& objects);
// Converts the output of Get-Service on `server`, with the start times of the output of Get-Process.
[[nodiscard]] std::vector<domain::Service> mapServices(const std::vector<clixml::Value>& services,
                                                       const std::vector<clixml::Value>& processes,
                                                       const domain::ServerName& server);

// Converts the output of Get-CimInstance Win32_OperatingSystem; empty if it does not tell the time.
[[nodiscard]] std::optional<domain::Time> mapBootTime(const std::vector<clixml::Value>& objects);

// Whether Exchange setup is among the output of Get-Process.
[[nodiscard]] bool showsSetup(const std::vector<clixml::Value>& processes);

} // namespace drydock::exchange
