// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cmdlets for servers: listing them, their activation settings, component states and DAGs.
#pragma once

namespace drydock::lab {

struct Invocation;

void getExchangeServer(Invocation& call);
void getMailboxServer(Invocation& call);
void setMailboxServer(Invocation& call);
void getServerComponentState(Invocation& call);
void setServerComponentState(Invocation& call);
void getDatabaseAvailabilityGroup(Invocation& call);

} // namespace drydock::lab
