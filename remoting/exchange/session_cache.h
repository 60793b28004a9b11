// What a session has learnt and need not ask again for every reading.
#pragma once

#include "model/domain/error.h"
#include "remoting/exchange/map_databases.h"
#include "remoting/exchange/map_servers.h"

#include <map>
#include <vector>

namespace drydock::exchange {

struct SessionCache {
    std::vector<domain::Server> servers;
    ServerIdentities identities;
    ReplayLags lags;
    bool databasesKnown = false;
    // Nodes that refused us. A refresh does not knock again: repeated refusals lock an account out (protocol.md 1.11).
    std::map<domain::ServerName, domain::Error> refusedBy;
};

} // namespace drydock::exchange
