// The transport queues; shadow and poison queues, which never drain, only when asked for.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/tables/keyed_table_model.h"
#include "model/tables/shared_value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace drydock::tables {

struct QueueRow {
    std::string key{};
    SharedValue<domain::Queue> queue{};
    domain::HealthAssessment assessment{};
    std::optional<double> rate{}; // messages a minute since the reading before; negative: it drains
    bool stale = false;
    bool operator==(const QueueRow&) const = default;
};

class QueuesModel final : public KeyedTableModel<QueueRow>
{
public:
    enum class Column { Identity, Server, DeliveryType, Status, MessageCount, Rate, NextHop, LastError, Count };

    explicit QueuesModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setSnapshot(const domain::SnapshotPtr& snapshot); // nullptr: not connected, no rows
    void setSpecialQueuesShown(bool shown);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;

private:
    struct RateSample {
        domain::Time at{};
        std::unordered_map<std::string, std::int64_t> counts{}; // by identity
    };
    void keepReading(const domain::SnapshotPtr& snapshot);
    [[nodiscard]] std::optional<double> rateOf(const domain::Queue& queue) const;

    domain::SnapshotPtr m_snapshot{};
    RateSample m_last;
    RateSample m_before;
    bool m_special = false;
};

} // namespace drydock::tables
