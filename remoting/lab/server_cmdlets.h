// Cmdlets about servers: what they are, their activation settings, their component states, their DAG.
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
