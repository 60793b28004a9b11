// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of transport queues. Shadow and poison queues, which never drain, are shown only on request.
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
    std::optional<double> rate{}; // messages per minute since the previous reading; negative: the queue drains
    bool stale = false;
    bool operator==(const QueueRow&) const = default;
};

class QueuesModel final : public KeyedTableModel<QueueRow>
{
public:
    enum class Column { Identity, Server, DeliveryType, Status, MessageCount, Rate, NextHop, LastError, Count };

    explicit QueuesModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setSnapshot(const domain::SnapshotPtr& snapshot); // nullptr removes all rows
    void setSpecialQueuesShown(bool shown);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;

private:
    struct RateSample {
        domain::Time at{};
        std::unordered_map<std::string, std::int64_t> counts{}; // by identity
    };
    void addSample(const domain::SnapshotPtr& snapshot);
    [[nodiscard]] std::optional<double> rateOf(const domain::Queue& queue) const;

    domain::SnapshotPtr m_snapshot{};
    RateSample m_last;
    RateSample m_previous;
    bool m_special = false;
};

} // namespace drydock::tables
