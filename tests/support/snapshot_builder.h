// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Builds the snapshot of an organisation in which everything is healthy and was read.
#pragma once

#include "model/domain/dag_snapshot.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace drydock::tests {

[[nodiscard]] domain::Time at(int minute); // 2020-05-10T14:00:00Z plus these minutes

// A copy, which is active if its status is "Mounted". Its last log was inspected at at(0).
[[nodiscard]] domain::DatabaseCopy copyRow(const std::string& database, const std::string& server,
                                           const std::string& status, std::int64_t copyQueue = 0,
                                           std::int64_t replayQueue = 0);

// The components of a server: those that a maintenance checks and a few others, or also the proxies of all protocols.
enum class Components { Essential, All };

class SnapshotBuilder
{
public:
    // The snapshot is taken at at(0).
    explicit SnapshotBuilder(Components components = Components::Essential);

    // Adds a member of the DAG with its components, services, cluster node and an empty submission queue. The first
    // server of a DAG adds the DAG too, and is its primary active manager.
    SnapshotBuilder& server(const std::string& name, const std::string& dag = "DAG1",
                            const std::string& site = "Default-First-Site-Name");
    // Adds a database with a copy on each of these servers, in the order of their preference. The copy on `mountedOn`
    // is active, or the first one if that is empty. All servers must have been added.
    SnapshotBuilder& database(const std::string& name, const std::vector<std::string>& servers,
                              const std::string& mountedOn = {});
    // `id` is the part after the server's name: "Submission", "12", "Shadow\3".
    SnapshotBuilder& queue(const std::string& server, const std::string& id, std::int64_t messages,
                           const std::string& nextHop, const std::string& lastError = {});

    [[nodiscard]] domain::DagSnapshot build() const { return m_snapshot; }

private:
    void addComponents(const domain::ServerName& server);
    domain::AvailabilityGroup& group(const domain::DagName& name, const domain::ServerName& first);

    Components m_components;
    domain::DagSnapshot m_snapshot;
    std::map<std::string, domain::DagName> m_dagOf;
};

} // namespace drydock::tests
