// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The rules of the failover cluster under a DAG: node states, quorum, the primary active manager, and servers that go
// down and come back.
#pragma once

#include "remoting/lab/world.h"

namespace drydock::lab {

[[nodiscard]] NodeState nodeState(const World& world, int server);
// Returns whether the group has a majority of votes. The witness has a vote if the number of members is even.
[[nodiscard]] bool hasQuorum(const World& world, int dag);

// Plans that the primary active manager leaves a server that is down, blocked for activation or set to MoveNow
// (exchange.md 4.4).
void checkManager(World& world, int dag);
// Moves the primary active manager to another member.
void moveManager(World& world, int dag);
// Takes the server down, and plans its return after `howLong`.
void takeDown(World& world, int server, Duration howLong);
void bringUp(World& world, int server);

} // namespace drydock::lab
