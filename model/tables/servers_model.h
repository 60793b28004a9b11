// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of servers: state, copies, policy, cluster node, queued messages.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/server_state.h"
#include "model/maintenance/organisation_record.h"
#include "model/tables/keyed_table_model.h"

namespace drydock::tables {

struct ServerRow {
    std::string key{};
    domain::Server server{};
    domain::ServerState state = domain::ServerState::Unknown;
    domain::HealthAssessment assessment{};
    domain::OpenEnum<domain::NodeState> node{}; // its text is empty if it was not read
    bool primaryActiveManager = false;
    std::optional<int> activeCopies{}; // this and the next four are absent if they were not read
    std::optional<int> totalCopies{};
    std::optional<std::int64_t> queued{};
    std::optional<int> componentsInactive{}; // without those that are inactive by default
    std::optional<domain::Healthchecks> healthchecks{};
    domain::LocalizableText run{}; // the run that the organisation's record shows under way
    domain::Time readAt{};
    bool stale = false;
    bool operator==(const ServerRow&) const = default;
};

class ServersModel final : public KeyedTableModel<ServerRow>
{
public:
    enum class Column {
        Name,
        State,
        Run,
        Dag,
        Version,
        Site,
        Copies,
        Policy,
        Node,
        PrimaryActiveManager,
        Queued,
        ComponentsInactive,
        Healthchecks,
        ReadAt,
        Count
    };

    explicit ServersModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setSnapshot(const domain::SnapshotPtr& snapshot); // nullptr removes all rows
    // Returns the runs of the organisation's record in the last snapshot, the newest first.
    [[nodiscard]] const std::vector<maintenance::OrganisationRun>& organisationRuns() const { return m_runs; }
    [[nodiscard]] static QString keyOf(const domain::ServerName& server);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;

private:
    std::vector<domain::AuditComment> m_comments; // that m_runs was read from
    std::vector<maintenance::OrganisationRun> m_runs;
};

} // namespace drydock::tables
