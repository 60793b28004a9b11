// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What is read for a pre-flight alone, and not at each refresh: pending restarts, client connections, mailbox moves and
// the last moves of databases (exchange.md 5.8).
#pragma once

#include "model/domain/names.h"
#include "model/domain/time.h"

#include <string>

namespace drydock::domain {

// What waits for a restart of the server, by its registry.
struct PendingReboot {
    ServerName server;
    bool servicing = false;     // Component Based Servicing
    bool windowsUpdate = false; // Windows Update
    int fileRenames = 0;        // PendingFileRenameOperations, counted in files
    std::string firstFile{};    // the first of them

    bool operator==(const PendingReboot&) const = default;
    [[nodiscard]] bool pending() const noexcept { return servicing || windowsUpdate || fileRenames > 0; }
};

// Established connections to port 443 of the server, without those of the server to itself.
struct ClientConnections {
    ServerName server;
    int connections = 0;
    int addresses = 0; // from which they come

    bool operator==(const ClientConnections&) const = default;
};

// A mailbox move that is queued or under way.
struct MoveRequest {
    std::string mailbox;
    DatabaseName source; // empty: in another organisation
    DatabaseName target; // likewise
    std::string status;  // Queued, InProgress, CompletionInProgress

    bool operator==(const MoveRequest&) const = default;
};

// A Move-ActiveMailboxDatabase of the last hour, as the admin audit log shows it.
struct AuditedMove {
    Time at{};
    DatabaseName database; // empty: every active database of `server`
    ServerName server;
    std::string caller;

    bool operator==(const AuditedMove&) const = default;
};

// After this many moves of a database within this time a further one is refused (exchange.md 4.3).
inline constexpr int movesBeforeSuppression = 4;
inline constexpr std::chrono::hours moveSuppressionWindow{1};

} // namespace drydock::domain
