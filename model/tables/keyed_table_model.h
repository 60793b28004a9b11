// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A table of plain rows with keys. A new set of rows is merged into the old one without a model reset.
#pragma once

#include "model/tables/merge.h"
#include "model/tables/table_model.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace drydock::tables {

// Row must have `std::string key`, `bool stale` and operator==.
template <class Row> class KeyedTableModel : public TableModel
{
public:
    using TableModel::TableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_point.done + (m_old.size() - m_point.kept));
    }
    [[nodiscard]] int rowOf(const QString& key) const final
    {
        const auto wanted = key.toStdString();
        const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), wanted,
                                            [](const Row& row, const std::string& k) { return row.key < k; });
        const auto row = std::size_t(found - m_rows.begin()); // during a merge, later rows are not inserted yet
        return row < m_point.done && found->key == wanted ? int(row) : -1;
    }
    // Returns the value of a row, also during a merge.
    [[nodiscard]] const Row& at(int row) const
    {
        const auto index = std::size_t(row);
        return index < m_point.done ? m_rows[index] : m_old[m_point.kept + (index - m_point.done)];
    }

protected:
    [[nodiscard]] const std::vector<Row>& rows() const noexcept { return m_rows; }

    // Replaces the rows. `rows` may be in any order. Duplicate keys are allowed; a number makes them unique.
    void merge(std::vector<Row> rows)
    {
        sortAndTellApart(rows);
        m_old = std::exchange(m_rows, std::move(rows));
        m_point = {};
        mergeSorted(
            m_old, m_rows, m_point, [](const Row& a, const Row& b) { return a.key < b.key; },
            [](const Row& a, const Row& b) { return a == b; },
            [this](std::size_t first, std::size_t count, auto apply) {
                beginRemoveRows({}, int(first), int(first + count) - 1);
                apply();
                endRemoveRows();
            },
            [this](std::size_t first, std::size_t count, auto apply) {
                beginInsertRows({}, int(first), int(first + count) - 1);
                apply();
                endInsertRows();
            },
            [this](std::size_t first, std::size_t count) {
                emit dataChanged(index(int(first), 0), index(int(first + count) - 1, columnCount() - 1));
            });
        m_old.clear();
        m_point = {m_rows.size(), 0};
    }

    // Adds to `rows` the current rows for which `unread(row)` returns true, marked stale: they were not read again.
    template <class Unread> void retainUnread(std::vector<Row>& rows, Unread unread) const
    {
        std::vector<Row> kept;
        for (const auto& row : m_rows)
            if (unread(row)) kept.push_back(row);
        if (kept.empty()) return;
        std::set<std::string> read;
        for (const auto& row : rows)
            read.insert(row.key);
        std::erase_if(kept, [&](const Row& row) { return read.contains(row.key); });
        for (auto& row : kept)
            row.stale = true;
        std::move(kept.begin(), kept.end(), std::back_inserter(rows));
    }

private:
    static void sortAndTellApart(std::vector<Row>& rows)
    {
        const auto byKey = [](const Row& a, const Row& b) { return a.key < b.key; };
        if (!std::is_sorted(rows.begin(), rows.end(), byKey)) std::stable_sort(rows.begin(), rows.end(), byKey);
        bool numbered = false;
        for (std::size_t i = 1, same = 1; i < rows.size(); ++i) {
            same = rows[i].key == rows[i - same].key ? same + 1 : 1;
            if (same == 1) continue;
            rows[i].key += '\x1f' + std::to_string(same);
            numbered = true;
        }
        if (numbered) std::stable_sort(rows.begin(), rows.end(), byKey);
    }

    std::vector<Row> m_rows{};
    std::vector<Row> m_old{}; // not empty during a merge only
    MergePoint m_point;
};

} // namespace drydock::tables
