// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/component_matrix.h"

#include <algorithm>
#include <set>

namespace drydock::ui {
namespace {

using ComponentColumn = tables::ComponentsModel::Column;

struct NoCase {
    bool operator()(const QString& a, const QString& b) const { return a.compare(b, Qt::CaseInsensitive) < 0; }
};

} // namespace

ComponentMatrix::ComponentMatrix(tables::ComponentsModel& source, QObject* parent)
    : QAbstractTableModel(parent), m_source(source)
{
    connect(&m_source, &QAbstractItemModel::rowsInserted, this, &ComponentMatrix::collect);
    connect(&m_source, &QAbstractItemModel::rowsRemoved, this, &ComponentMatrix::collect);
    connect(&m_source, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_components.empty() && !m_servers.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    collect();
}

void ComponentMatrix::setServers(const QStringList& servers)
{
    m_shownServers = servers;
    collect();
}

void ComponentMatrix::setFilter(const QString& text)
{
    m_filter = text.trimmed();
    collect();
}

void ComponentMatrix::collect()
{
    std::set<QString, NoCase> components;
    std::set<QString, NoCase> servers;
    for (int row = 0; row < m_source.rowCount(); ++row) {
        const auto server = m_source.index(row, int(ComponentColumn::Server)).data().toString();
        if (!m_shownServers.isEmpty() && !m_shownServers.contains(server, Qt::CaseInsensitive)) continue;
        const auto component = m_source.index(row, int(ComponentColumn::Component)).data().toString();
        servers.insert(server);
        if (component.contains(m_filter, Qt::CaseInsensitive)) components.insert(component);
    }
    std::vector<QString> rows(components.begin(), components.end());
    std::vector<QString> columns(servers.begin(), servers.end());
    if (rows == m_components && columns == m_servers) return;
    beginResetModel();
    m_components = std::move(rows);
    m_servers = std::move(columns);
    endResetModel();
}

int ComponentMatrix::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_components.size());
}
int ComponentMatrix::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_servers.size());
}

int ComponentMatrix::sourceRow(const QModelIndex& index) const
{
    return m_source.rowOf(
        tables::ComponentsModel::keyOf(domain::ServerName(m_servers[std::size_t(index.column())].toStdString()),
                                       m_components[std::size_t(index.row())].toStdString()));
}

// The state, followed by the requesters that hold the component down or by another reason: "Inactive · Maintenance".
QString ComponentMatrix::cellText(int row) const
{
    QStringList parts{m_source.index(row, int(ComponentColumn::State)).data().toString()};
    for (const auto column : {ComponentColumn::HeldBy, ComponentColumn::Because})
        if (const auto text = m_source.index(row, int(column)).data().toString(); !text.isEmpty()) {
            parts += text;
            break;
        }
    return parts.join(QStringLiteral(" · "));
}

QVariant ComponentMatrix::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto row = sourceRow(index);
    if (row < 0) return role == Qt::DisplayRole ? QVariant(tr("–")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row);
    case Qt::ToolTipRole:
        return m_source.index(row, int(ComponentColumn::HeldBy)).data(Qt::ToolTipRole);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2 %3")
            .arg(m_servers[std::size_t(index.column())], m_components[std::size_t(index.row())], cellText(row));
    default:
        return m_source.index(row, int(ComponentColumn::State)).data(role);
    }
}

QVariant ComponentMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto& names = orientation == Qt::Horizontal ? m_servers : m_components;
    if (section < 0 || std::size_t(section) >= names.size()) return {};
    if (role == Qt::DisplayRole) return names[std::size_t(section)];
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

} // namespace drydock::ui
