// The pre-flight checks: result, what was expected and found, the evidence, why it matters.
#pragma once

#include "model/maintenance/preflight.h"
#include "model/tables/keyed_table_model.h"

namespace drydock::tables {

struct CheckRow {
    std::string key{};
    maintenance::Check check{};
    bool stale = false;
    bool operator==(const CheckRow&) const = default;
};

class ChecksModel final : public KeyedTableModel<CheckRow>
{
public:
    enum class Column { Result, Title, Expected, Found, Evidence, Why, At, Count };

    explicit ChecksModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setChecks(const std::vector<maintenance::Check>& checks);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
};

} // namespace drydock::tables
