// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a session has read and does not have to read again each time.
#pragma once

#include "model/domain/audit_comment.h"
#include "model/domain/error.h"
#include "model/domain/healthcheck.h"
#include "remoting/exchange/map_databases.h"
#include "remoting/exchange/map_servers.h"

#include <map>
#include <optional>
#include <vector>

namespace drydock::exchange {

struct SessionCache {
    std::vector<domain::Server> servers;
    ServerIdentities identities;
    DatabaseTraits databases;
    bool databasesKnown = false;
    bool mayReadAuditLog = false;                                       // Search-AdminAuditLog is granted
    bool asksHealthchecks = false;                                      // there is somebody to ask them
    std::map<domain::ServerName, domain::Healthchecks> healthchecks;    // as they were last answered
    std::map<domain::ServerName, domain::Duration> healthchecksAskedAt; // by the clock that does not jump
    std::vector<domain::AuditComment> auditComments;
    std::optional<domain::Duration> auditLogReadAt; // by the clock that does not jump
    // DagSnapshot::clockSkew, as each server showed it when it last answered.
    std::map<domain::ServerName, domain::Duration> clockSkew;
    // The nodes that refused access. A refresh does not ask them again, since repeated refusals lock an account out
    // (protocol.md 1.11).
    std::map<domain::ServerName, domain::Error> refusedBy;
};

} // namespace drydock::exchange
