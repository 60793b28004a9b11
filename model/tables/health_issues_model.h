// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of health issues, worst first.
#pragma once

#include "model/domain/health_issues.h"
#include "model/tables/keyed_table_model.h"

namespace drydock::tables {

struct HealthIssueRow {
    std::string key{};
    domain::HealthIssue issue{};
    bool stale = false;
    bool operator==(const HealthIssueRow&) const = default;
};

class HealthIssuesModel final : public KeyedTableModel<HealthIssueRow>
{
public:
    enum class Column { Severity, Subject, Text, Advice, Count };

    explicit HealthIssuesModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setSnapshot(const domain::SnapshotPtr& snapshot); // nullptr removes all rows

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
};

} // namespace drydock::tables
