// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The base class of all tables: it answers columns, roles and staleness from a few functions of each table.
#pragma once

#include "model/tables/cell.h"

#include <QAbstractTableModel>

#include <span>

namespace drydock::tables {

inline constexpr Qt::Alignment alignText = Qt::AlignLeft | Qt::AlignVCenter;
inline constexpr Qt::Alignment alignNumber = Qt::AlignRight | Qt::AlignVCenter;

struct ColumnInfo {
    const char* id;      // never changes: saved layouts and exported JSON hold it
    const char* title;   // source text of the translation context "tables"
    const char* toolTip; // source text of the translation context "tables"
    Qt::Alignment alignment = alignText;
    Qt::SortOrder firstSort = Qt::AscendingOrder;
    Qt::TextElideMode elide = Qt::ElideRight;
    bool shownAtFirst = true;
};

class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] virtual std::span<const ColumnInfo> columns() const = 0;
    [[nodiscard]] virtual int rowOf(const QString& key) const = 0; // -1: there is no such row

    // Marks all rows as stale, because the last refresh failed.
    void setStale(bool stale);
    [[nodiscard]] bool stale() const noexcept { return m_stale; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    // Qt::InitialSortOrderRole returns the first sort order, KeyRole the column's id.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    // The properties of a whole row.
    struct RowInfo {
        QString key;
        QString server;
        QString database;
        domain::Severity severity = domain::Severity::Ok;
        bool stale = false;
    };
    [[nodiscard]] virtual RowInfo rowInfo(int row) const = 0;
    [[nodiscard]] virtual Cell cell(int row, int column) const = 0;

private:
    bool m_stale = false;
};

} // namespace drydock::tables
