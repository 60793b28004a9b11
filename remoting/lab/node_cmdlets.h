// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cmdlets of the node endpoint of one server: its cluster node, services and processes.
#pragma once

namespace drydock::lab {

struct Invocation;

void getClusterNode(Invocation& call);
void suspendClusterNode(Invocation& call);
void resumeClusterNode(Invocation& call);
void getClusterGroup(Invocation& call);
void getService(Invocation& call);
void startService(Invocation& call);
void stopService(Invocation& call);
void restartService(Invocation& call);
void getProcess(Invocation& call);

} // namespace drydock::lab
