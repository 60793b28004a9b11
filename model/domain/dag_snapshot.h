// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Everything that was read of the organisation at one moment. Tables, checks and conditions use nothing else.
#pragma once

#include "model/domain/audit_comment.h"
#include "model/domain/availability_group.h"
#include "model/domain/component_state.h"
#include "model/domain/database_copy.h"
#include "model/domain/error.h"
#include "model/domain/healthcheck.h"
#include "model/domain/localizable_text.h"
#include "model/domain/node.h"
#include "model/domain/preflight_readings.h"
#include "model/domain/queue.h"
#include "model/domain/server.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace drydock::domain {

// The sections of a snapshot. A reading is a pair of section and server; each reading may fail alone.
enum class SnapshotSection {
    Servers,
    Groups,
    Databases,
    Copies,
    Components,
    Queues,
    Nodes,
    Services,
    AdminAuditLog,
    Healthchecks,
    // For a pre-flight alone:
    PendingReboots,
    ClientConnections,
    MoveRequests,
    DatabaseMoves,
    OperatingSystem, // for a restart alone
};
[[nodiscard]] const char* toString(SnapshotSection section) noexcept;
// Returns the section's name as users read it.
[[nodiscard]] LocalizableText sectionName(SnapshotSection section);

// A reading that failed, and its error.
struct ReadingError {
    SnapshotSection section = SnapshotSection::Servers;
    ServerName server; // empty for the organisation-wide sections
    Error error;
    bool operator==(const ReadingError&) const;
};

struct DagSnapshot {
    Time takenAt{};
    std::string source;           // FQDN of the server that answered
    std::string domainController; // FQDN of the one that it read the directory from; empty: not told
    // The one that was to be used does not answer, and Exchange names no other: it has chosen one for each cmdlet.
    bool domainControllerLost = false;
    std::vector<AvailabilityGroup> groups;
    std::vector<Server> servers;
    std::vector<Database> databases;
    std::vector<DatabaseCopy> copies;
    std::vector<ComponentState> components;
    std::vector<Queue> queues;
    std::vector<ClusterNode> nodes;
    std::vector<Service> services;
    std::set<ServerName> setupRunning; // servers on which Exchange setup runs; read with Services
    std::vector<Healthchecks> healthchecks;
    std::vector<PendingReboot> pendingReboots; // this and the next three are read for a pre-flight alone
    std::vector<ClientConnections> clientConnections;
    std::vector<MoveRequest> moveRequests;
    std::vector<AuditedMove> databaseMoves;  // of the last hour
    std::map<ServerName, Time> bootedAt;     // when Windows started, by the server's own clock; only read on request
    std::vector<AuditComment> auditComments; // as old as the last reading of the admin audit log, which is a rare one
    // How far the clocks of servers are ahead of the clock of takenAt, of those that told their time.
    std::map<ServerName, Duration> clockSkew;
    std::vector<ReadingError> errors;
    // The readings that succeeded. The server of an organisation-wide section (Servers, Groups, Databases,
    // AdminAuditLog, MoveRequests, DatabaseMoves) is empty.
    std::set<std::pair<SnapshotSection, ServerName>> read;

    bool operator==(const DagSnapshot&) const;

    // Returns whether the section was read of the server. If it was, a row that is missing does not exist; otherwise
    // its existence is unknown.
    [[nodiscard]] bool covers(SnapshotSection section, const ServerName& server = {}) const;
    // Returns the time of this snapshot by the server's own clock, for comparison with times that the server tells.
    // That of this computer if the server's clock is not known.
    [[nodiscard]] Time timeOn(const ServerName& server) const;
    // These functions return nullptr if the snapshot has no such row. The pointers are valid as long as the snapshot.
    [[nodiscard]] const Server* server(const ServerName& name) const;
    // Returns the server of this name, or else the one whose FQDN begins with it: Exchange cuts host names of more than
    // 15 characters in Name.
    [[nodiscard]] const Server* serverByHostName(const ServerName& name) const;
    [[nodiscard]] const AvailabilityGroup* group(const DagName& name) const;
    [[nodiscard]] const AvailabilityGroup* groupOf(const ServerName& server) const;
    [[nodiscard]] const Database* database(const DatabaseName& name) const;
    [[nodiscard]] const ClusterNode* node(const ServerName& server) const;
    [[nodiscard]] const Healthchecks* healthchecksOf(const ServerName& server) const;
    [[nodiscard]] const PendingReboot* pendingReboot(const ServerName& server) const;
    [[nodiscard]] const ClientConnections* clientConnectionsOf(const ServerName& server) const;
    [[nodiscard]] const Service* service(const ServerName& server, std::string_view name) const;
    [[nodiscard]] const ComponentState* component(const ServerName& server, std::string_view name) const;
    [[nodiscard]] std::vector<const DatabaseCopy*> copiesOf(const DatabaseName& database) const;
    [[nodiscard]] std::vector<const DatabaseCopy*> copiesOn(const ServerName& server) const;
    [[nodiscard]] std::vector<const Queue*> queuesOf(const ServerName& server) const;
    // Returns whether the database has a copy on the server. If the database's servers were not read, the copies that
    // were read answer; it returns true if these were not read either.
    [[nodiscard]] bool hasCopy(const Database& database, const ServerName& server) const;
    // Returns the other members of the server's DAG.
    [[nodiscard]] std::vector<const Server*> otherMembers(const ServerName& server) const;
    // Returns the number of messages on the server in queues that drain (Queue::drains).
    [[nodiscard]] std::int64_t queuedMessages(const ServerName& server) const;
};

using SnapshotPtr = std::shared_ptr<const DagSnapshot>;

} // namespace drydock::domain
