// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of all maintenance runs. A run whose journal cannot be read has a row too.
#pragma once

#include "model/maintenance/run_listing.h"
#include "model/tables/keyed_table_model.h"

namespace drydock::tables {

struct RunRow {
    std::string key{};
    maintenance::RunSummary run{};
    bool inUse = false;                   // another process has its journal open
    bool superseded = false;              // a newer run has changed the server since
    std::optional<domain::Error> error{}; // its journal cannot be read
    std::string file{};
    domain::Severity severity = domain::Severity::Ok;
    bool stale = false;
    bool operator==(const RunRow&) const = default;
};

class RunsModel final : public KeyedTableModel<RunRow>
{
public:
    enum class Column { Started, Server, Kind, Outcome, Step, Duration, Operator, Reason, ChangeNumber, Id, Count };

    explicit RunsModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setRuns(const std::vector<maintenance::RunListing>& runs);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
};

} // namespace drydock::tables
