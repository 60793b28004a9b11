// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The rows of Test-ServiceHealth, Test-ReplicationHealth and Get-ServerHealth (exchange.md 5.7).
#pragma once

#include "remoting/clixml/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::exchange {

struct HealthRows {
    std::vector<std::string> all;  // in words, one line each
    std::vector<std::string> poor; // those that did not pass
};

// Returns the rows that the cmdlet reported; none for another cmdlet. Of Get-ServerHealth, which reports hundreds of
// monitors, only those that are not well, and how many are.
[[nodiscard]] HealthRows mapHealth(std::string_view cmdlet, const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
