// The failover cluster under a DAG: node states, the primary active manager, servers that go down and come back.
#pragma once

#include "remoting/lab/world.h"

namespace drydock::lab {

[[nodiscard]] NodeState nodeState(const World& world, int server);
// The group keeps going with a majority of votes; an even number of members counts the witness in.
[[nodiscard]] bool hasQuorum(const World& world, int dag);

// The manager leaves a server that is blocked for activation or asked to move now, by itself (exchange.md 4.4).
void checkManager(World& world, int dag);
void moveManager(World& world, int dag);
void takeDown(World& world, int server, Duration howLong);
void bringUp(World& world, int server);

} // namespace drydock::lab
