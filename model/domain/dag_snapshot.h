// Everything that was read at one moment, immutable: the whole of what tables, checks and conditions look at.
#pragma once

#include "model/domain/availability_group.h"
#include "model/domain/component_state.h"
#include "model/domain/database_copy.h"
#include "model/domain/error.h"
#include "model/domain/localizable_text.h"
#include "model/domain/node.h"
#include "model/domain/queue.h"
#include "model/domain/server.h"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace drydock::domain {

// What one reading can be about. A reading is a (section, server) pair: each may fail alone.
enum class SnapshotSection { Servers, Groups, Databases, Copies, Components, Queues, Nodes, Services };
[[nodiscard]] const char* toString(SnapshotSection section) noexcept;
// The same as a person reads it.
[[nodiscard]] LocalizableText sectionName(SnapshotSection section);

// A reading that failed: which, of which server, why.
struct SourceError {
    SnapshotSection section = SnapshotSection::Servers;
    ServerName server; // empty for the organisation-wide parts
    Error error;
    bool operator==(const SourceError&) const;
};

struct DagSnapshot {
    Time takenAt{};
    std::string source; // FQDN of the server that answered
    std::vector<AvailabilityGroup> groups;
    std::vector<Server> servers;
    std::vector<Database> databases;
    std::vector<DatabaseCopy> copies;
    std::vector<ComponentState> components;
    std::vector<Queue> queues;
    std::vector<ClusterNode> nodes;
    std::vector<Service> services;
    std::vector<SourceError> errors;
    // What was read successfully; organisation-wide parts (Servers, Groups, Databases) with an empty server.
    std::set<std::pair<SnapshotSection, ServerName>> read;

    bool operator==(const DagSnapshot&) const;

    // Whether "no such row" means "there is none" and not "we do not know".
    [[nodiscard]] bool covers(SnapshotSection section, const ServerName& server = {}) const;
    [[nodiscard]] const Server* server(const ServerName& name) const;
    [[nodiscard]] const AvailabilityGroup* group(const DagName& name) const;
    [[nodiscard]] const AvailabilityGroup* groupOf(const ServerName& server) const;
    [[nodiscard]] const Database* database(const DatabaseName& name) const;
    [[nodiscard]] const ClusterNode* node(const ServerName& server) const;
    [[nodiscard]] const Service* service(const ServerName& server, std::string_view name) const;
    [[nodiscard]] const ComponentState* component(const ServerName& server, std::string_view name) const;
    [[nodiscard]] std::vector<const DatabaseCopy*> copiesOf(const DatabaseName& database) const;
    [[nodiscard]] std::vector<const DatabaseCopy*> copiesOn(const ServerName& server) const;
    [[nodiscard]] std::vector<const Queue*> queuesOf(const ServerName& server) const;
    // Members of the same DAG, the server itself left out.
    [[nodiscard]] std::vector<const Server*> otherMembers(const ServerName& server) const;
    // Messages waiting on the server in queues that drain (Queue::drains).
    [[nodiscard]] std::int64_t queuedMessages(const ServerName& server) const;
};

using SnapshotPtr = std::shared_ptr<const DagSnapshot>;

} // namespace drydock::domain
