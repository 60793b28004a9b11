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

// Errors that concern the connection and not the one cmdlet: the next cmdlet would fare no better.
[[nodiscard]] inline bool isConnectionError(domain::ErrorKind kind)
{
    using domain::ErrorKind;
    switch (kind) {
    case ErrorKind::BadAddress:
    case ErrorKind::Unreachable:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TlsFailed:
    case ErrorKind::NotAuthenticated:
    case ErrorKind::NotWsMan:
    case ErrorKind::HttpStatus:
    case ErrorKind::ShellGone:
    case ErrorKind::Quota:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::Malformed:
    case ErrorKind::Cancelled:
        return true;
    default:
        return false;
    }
}

// Errors that another member might not have.
[[nodiscard]] inline bool isServerSilent(domain::ErrorKind kind)
{
    using domain::ErrorKind;
    return kind == ErrorKind::Unreachable || kind == ErrorKind::ConnectionLost || kind == ErrorKind::ShellGone ||
           kind == ErrorKind::OutcomeUnknown || kind == ErrorKind::HttpStatus || kind == ErrorKind::TimedOut;
}

} // namespace drydock::exchange
