// What every table has in common: columns from one static table, roles, and the mark of being out of date.
#pragma once

#include "model/tables/cell.h"

#include <QAbstractTableModel>

#include <span>

namespace drydock::tables {

inline constexpr Qt::Alignment alignText = Qt::AlignLeft | Qt::AlignVCenter;
inline constexpr Qt::Alignment alignNumber = Qt::AlignRight | Qt::AlignVCenter;

struct ColumnInfo {
    const char* id;      // stable: saved layouts, JSON keys
    const char* title;   // source text, context "tables"
    const char* toolTip; // the same
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
    [[nodiscard]] virtual int rowOf(const QString& key) const = 0; // -1: not there

    // The last refresh failed: all rows stay and say that they are old.
    void setStale(bool stale);
    [[nodiscard]] bool stale() const noexcept { return m_stale; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    // Qt::InitialSortOrderRole gives the first sort order, KeyRole the column's id.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    // What is true of a whole row.
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
