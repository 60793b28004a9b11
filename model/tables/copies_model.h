// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of database copies. Its first six columns are those of Get-MailboxDatabaseCopyStatus.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/tables/keyed_table_model.h"
#include "model/tables/shared_value.h"

namespace drydock::tables {

struct CopyRow {
    std::string key{};
    SharedValue<domain::DatabaseCopy> copy{};
    domain::HealthAssessment assessment{};
    bool stale = false;
    bool operator==(const CopyRow&) const = default;
};

class CopiesModel final : public KeyedTableModel<CopyRow>
{
public:
    enum class Column {
        Name,
        Status,
        CopyQueueLength,
        ReplayQueueLength,
        LastInspectedLogTime,
        ContentIndexState,
        ActivationPreference,
        Lag,
        Suspended,
        Policy,
        Error,
        Count
    };

    explicit CopiesModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setSnapshot(const domain::SnapshotPtr& snapshot); // nullptr removes all rows
    [[nodiscard]] static QString keyOf(const domain::DatabaseName& database, const domain::ServerName& server);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
};

} // namespace drydock::tables
