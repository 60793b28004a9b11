// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/table_model.h"

#include "model/tables/text.h"

#include <QCoreApplication>

namespace drydock::tables {
namespace {

QVariant optional(const QString& text) { return text.isEmpty() ? QVariant() : QVariant(text); }

} // namespace

void TableModel::setStale(bool stale)
{
    if (m_stale == stale) return;
    m_stale = stale;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                         {StaleRole, Qt::AccessibleDescriptionRole});
}

int TableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns().size()); }

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const auto& column = columns()[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tableText(column.title);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return tableText(column.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    case Qt::InitialSortOrderRole:
        return int(column.firstSort);
    case KeyRole:
        return QString::fromLatin1(column.id);
    default:
        return {};
    }
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const int row = index.row();
    switch (role) {
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(columns()[std::size_t(index.column())].alignment);
    case KeyRole:
        return rowInfo(row).key;
    case SeverityRole:
        return int(rowInfo(row).severity);
    case StaleRole:
        return m_stale || rowInfo(row).stale;
    case ServerRole:
        return optional(rowInfo(row).server);
    case DatabaseRole:
        return optional(rowInfo(row).database);
    case Qt::AccessibleDescriptionRole: {
        const auto text = cell(row, index.column()).forRole(role).toString();
        if (!m_stale && !rowInfo(row).stale) return text;
        const auto old = tableText(QT_TRANSLATE_NOOP("tables", "from an older reading"));
        return text.isEmpty() ? old : text + QStringLiteral("; ") + old;
    }
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case SortRole:
    case ExportRole:
    case ShapeRole:
    case CellSeverityRole:
        return cell(row, index.column()).forRole(role);
    default:
        return {};
    }
}

} // namespace drydock::tables
