// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Checks of what surrounds a maintenance: the other members that take over, clients and their load balancer, mailbox
// moves, restarts and the directory. What could not be asked for is a warning.
#pragma once

#include "model/maintenance/preflight_context.h"

namespace drydock::maintenance::checks {

[[nodiscard]] Check pendingReboot(const Context& context);
[[nodiscard]] Check mailboxMoves(const Context& context);
[[nodiscard]] Check capacity(const Context& context);
[[nodiscard]] Check clientConnections(const Context& context);
[[nodiscard]] Check loadBalancer(const Context& context);
[[nodiscard]] Check moveSuppression(const Context& context);
[[nodiscard]] Check directoryReplication(const Context& context);
[[nodiscard]] Check connectivity(const Context& context);

} // namespace drydock::maintenance::checks
