// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Exchange's own tests of a server, asked at the end of a reinstate. What they find is a warning of the run.
#pragma once

#include "model/maintenance/permissions.h"
#include "model/maintenance/plan.h"

#include <array>

namespace drydock::maintenance {

inline constexpr const char* testServiceHealth = "Test-ServiceHealth";
inline constexpr const char* testReplicationHealth = "Test-ReplicationHealth";
inline constexpr const char* getServerHealth = "Get-ServerHealth";
inline constexpr std::array healthCmdlets{testServiceHealth, testReplicationHealth, getServerHealth};

// Adds a last step that asks those of the cmdlets that the account may use; none if it may use none.
void addExchangeTests(Plan& plan, const CmdletPermissions& permissions);

} // namespace drydock::maintenance
