// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/named_rows.h"

namespace drydock::exchange {

domain::AvailabilityGroup named(domain::AvailabilityGroup group, const ServerIdentities& identities)
{
    group.primaryActiveManager = knownName(identities, group.primaryActiveManager);
    for (auto* names : {&group.servers, &group.operationalServers, &group.serversInMaintenance, &group.stoppedServers})
        for (domain::ServerName& name : *names)
            name = knownName(identities, name);
    return group;
}

} // namespace drydock::exchange
