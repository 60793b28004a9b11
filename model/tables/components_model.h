// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of the component states of all servers, with the requesters that hold each down, in which store, since
// when.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/tables/keyed_table_model.h"
#include "model/tables/shared_value.h"

namespace drydock::tables {

struct ComponentRow {
    std::string key{};
    SharedValue<domain::ComponentState> component{};
    domain::HealthAssessment assessment{};
    bool stale = false;
    bool operator==(const ComponentRow&) const = default;
};

class ComponentsModel final : public KeyedTableModel<ComponentRow>
{
public:
    enum class Column { Server, Component, State, HeldBy, Since, Store, Because, Count };

    explicit ComponentsModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setSnapshot(const domain::SnapshotPtr& snapshot); // nullptr removes all rows
    [[nodiscard]] static QString keyOf(const domain::ServerName& server, const std::string& component);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
};

} // namespace drydock::tables
