// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cmdlets by which a pre-flight looks beyond the maintenance itself: the registry and the connections of a node, and
// mailbox moves (exchange.md 5.8).
#pragma once

namespace drydock::lab {

struct Invocation;

void testPath(Invocation& call);
void getItemProperty(Invocation& call);
void getNetTcpConnection(Invocation& call);
void getMoveRequest(Invocation& call);

} // namespace drydock::lab
