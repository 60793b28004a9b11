// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cmdlets for tests: Test-ReplicationHealth, Test-ServiceHealth and Get-ServerHealth.
#pragma once

namespace drydock::lab {

struct Invocation;

void testReplicationHealth(Invocation& call);
void testServiceHealth(Invocation& call);
void getServerHealth(Invocation& call);

} // namespace drydock::lab
