// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of the steps of one run: state, elapsed time, what each waits for, and its evidence.
#pragma once

#include "model/maintenance/run_state.h"
#include "model/tables/keyed_table_model.h"

namespace drydock::tables {

struct StepRow {
    std::string key{};
    maintenance::Step step{};
    maintenance::StepState state{};
    std::size_t number = 0;
    bool current = false;
    bool stale = false;
    bool operator==(const StepRow&) const = default;
};

class StepsModel final : public KeyedTableModel<StepRow>
{
public:
    enum class Column { Number, Title, State, Elapsed, Attempts, NextPoll, WaitingFor, Evidence, Command, Count };

    explicit StepsModel(QObject* parent = nullptr) : KeyedTableModel(parent) {}

    void setState(const maintenance::RunState& state);
    // Updates elapsed time and next poll of the current step. They stand still while the run rests.
    void setNow(domain::Time now);
    void clear();

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] RowInfo rowInfo(int row) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;

private:
    domain::Time m_now{};
    bool m_rests = false;
};

} // namespace drydock::tables
