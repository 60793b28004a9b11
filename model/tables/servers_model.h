// The servers with everything an operator asks first: state, copies, policy, node, queue.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/server_state.h"
#include "model/tables/keyed_table_model.h"

namespace drydock::tables {

struct ServerRow {
    std::string key{};
    domain::Server server{};
    domain::ServerState state = domain::ServerState::Unknown;
    domain::HealthAssessment assessment{};
    domain::OpenEnum<domain::NodeState> node{}; // text empty: not read
    bool primaryActiveManager = false;
    std::optional<int> activeCopies{}; // absent where the reading failed
    std::optional<int> totalCopies{};
    std::optional<std::int64_t> queued{};
    std::optional<int> componentsInactive{}; // those inactive by default left out
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
        Dag,
        Version,
        Site,
        Copies,
        Policy,
        Node,
        PrimaryActiveManager,
        Queued,
        ComponentsInactive,
        ReadAt,
        Count
    };

    explicit ServersModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setSnapshot(const domain::SnapshotPtr& snapshot); // nullptr: not connected, no rows
    [[nodiscard]] static QString keyOf(const domain::ServerName& server);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
};

} // namespace drydock::tables
