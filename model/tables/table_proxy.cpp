// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/table_proxy.h"

#include "model/tables/natural_order.h"
#include "model/tables/table_model.h"

namespace drydock::tables {
namespace {

constexpr std::size_t all = 6; // index after those of the six severities

// Compares two valid sort values of the same column. Returns a number below, equal to or above 0.
int compareValues(const QVariant& a, const QVariant& b)
{
    if (a.metaType().id() == QMetaType::QString || b.metaType().id() == QMetaType::QString)
        return naturalCompare(a.toString(), b.toString());
    if (a.metaType().id() == QMetaType::Double || b.metaType().id() == QMetaType::Double) {
        const auto x = a.toDouble();
        const auto y = b.toDouble();
        return x < y ? -1 : x > y ? 1 : 0;
    }
    const auto x = a.toLongLong();
    const auto y = b.toLongLong();
    return x < y ? -1 : x > y ? 1 : 0;
}

} // namespace

TableProxy::TableProxy(QObject* parent) : QSortFilterProxyModel(parent) { setSortRole(SortRole); }

void TableProxy::setSourceModel(QAbstractItemModel* model)
{
    for (const auto& connection : std::as_const(m_watching))
        QObject::disconnect(connection);
    m_watching.clear();
    m_table = qobject_cast<TableModel*>(model);
    forgetAll();
    if (model != nullptr)
        watch(model); // before the base class connects, so that the cache is cleared before it asks again
    QSortFilterProxyModel::setSourceModel(model);
    countLater();
}

void TableProxy::watch(QAbstractItemModel* model)
{
    const auto inserted = [this](const QModelIndex&, int first, int last) {
        if (std::size_t(first) <= m_cache.size())
            m_cache.insert(m_cache.begin() + first, std::size_t(last) - std::size_t(first) + 1, Cached{});
        countLater();
    };
    const auto removed = [this](const QModelIndex&, int first, int last) {
        if (std::size_t(last) < m_cache.size())
            m_cache.erase(m_cache.begin() + first, m_cache.begin() + last + 1);
        else
            m_cache.clear();
        countLater();
    };
    const auto changed = [this](const QModelIndex& from, const QModelIndex& to) {
        for (auto row = std::size_t(from.row()); row <= std::size_t(to.row()) && row < m_cache.size(); ++row)
            m_cache[row] = {};
        countLater();
    };
    const auto everything = [this] {
        forgetAll();
        countLater();
    };
    m_watching = {connect(model, &QAbstractItemModel::rowsInserted, this, inserted),
                  connect(model, &QAbstractItemModel::rowsRemoved, this, removed),
                  connect(model, &QAbstractItemModel::dataChanged, this, changed),
                  connect(model, &QAbstractItemModel::rowsMoved, this, everything),
                  connect(model, &QAbstractItemModel::columnsInserted, this, everything),
                  connect(model, &QAbstractItemModel::columnsRemoved, this, everything),
                  connect(model, &QAbstractItemModel::layoutChanged, this, everything),
                  connect(model, &QAbstractItemModel::modelReset, this, everything)};
}

void TableProxy::forgetAll() { m_cache.clear(); }

void TableProxy::changeFilter()
{
    invalidateFilter();
    countLater();
}

void TableProxy::setText(const QString& text)
{
    if (m_text == text) return;
    m_text = text;
    m_words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    changeFilter();
}

void TableProxy::setSearchedColumns(const QList<int>& columns)
{
    if (m_searched == columns) return;
    m_searched = columns;
    for (auto& entry : m_cache)
        entry.searchable = false;
    if (!m_words.isEmpty()) changeFilter();
}

void TableProxy::setSeverities(const QSet<domain::Severity>& severities)
{
    if (m_severities == severities) return;
    m_severities = severities;
    changeFilter();
}

void TableProxy::setServers(const QStringList& servers)
{
    QSet<QString> folded;
    for (const auto& server : servers)
        folded.insert(server.toCaseFolded());
    if (m_servers == folded) return;
    m_servers = folded;
    changeFilter();
}

void TableProxy::setWorstFirst(bool on)
{
    if (m_worstFirst == on) return;
    m_worstFirst = on;
    invalidate();
}

bool TableProxy::filtered() const { return !m_words.isEmpty() || !m_severities.isEmpty() || !m_servers.isEmpty(); }

int TableProxy::count(domain::Severity severity) const { return counts()[std::size_t(severity)]; }
int TableProxy::countAll() const { return counts()[all]; }

QModelIndex TableProxy::indexOf(const QString& key, int column) const
{
    const int row = m_table != nullptr ? m_table->rowOf(key) : -1;
    return row < 0 ? QModelIndex() : mapFromSource(m_table->index(row, column));
}

// Counts on demand, so that many changes in a row cost one count.
const std::array<int, 7>& TableProxy::counts() const
{
    if (m_counted || sourceModel() == nullptr) return m_counts;
    m_counts = {};
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        if (!passesAllButSeverity(row)) continue;
        ++m_counts[std::size_t(cached(row).severity)];
        ++m_counts[all];
    }
    m_counted = true;
    return m_counts;
}

void TableProxy::countLater()
{
    m_counted = false;
    if (m_countPending) return;
    m_countPending = true;
    const auto tell = [this] {
        m_countPending = false;
        emit countsChanged();
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

TableProxy::Cached& TableProxy::cached(int row) const
{
    if (m_cache.size() <= std::size_t(row)) m_cache.resize(std::size_t(sourceModel()->rowCount()));
    auto& entry = m_cache[std::size_t(row)];
    if (entry.known) return entry;
    entry.known = true;
    if (m_table != nullptr) {
        const auto info = m_table->rowInfo(row);
        entry.key = info.key;
        entry.severity = info.severity;
        entry.server = info.server.toCaseFolded();
        return entry;
    }
    const auto first = sourceModel()->index(row, 0);
    entry.key = first.data(KeyRole).toString();
    entry.severity = domain::Severity(std::clamp(first.data(SeverityRole).toInt(), 0, int(all) - 1));
    entry.server = first.data(ServerRole).toString().toCaseFolded();
    return entry;
}

bool TableProxy::filterAcceptsRow(int row, const QModelIndex&) const
{
    return passesAllButSeverity(row) && (m_severities.isEmpty() || m_severities.contains(cached(row).severity));
}

bool TableProxy::passesAllButSeverity(int row) const
{
    if (!m_servers.isEmpty()) {
        const auto& server = cached(row).server;
        if (!server.isEmpty() && !m_servers.contains(server)) return false;
    }
    return m_words.isEmpty() || matchesText(row);
}

bool TableProxy::matchesText(int row) const
{
    auto& entry = cached(row);
    if (!entry.searchable) {
        entry.searchable = true;
        entry.haystack.clear();
        const auto add = [&](int column) {
            const auto text = m_table != nullptr ? m_table->cell(row, column).display()
                                                 : sourceModel()->index(row, column).data().toString();
            entry.haystack += text.toCaseFolded() + QLatin1Char('\n');
        };
        if (!m_searched.isEmpty())
            for (const int column : m_searched)
                add(column);
        else
            for (int column = 0; column < sourceModel()->columnCount(); ++column)
                add(column);
    }
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return entry.haystack.contains(word); });
}

const QVariant& TableProxy::sortValue(const QModelIndex& index) const
{
    auto& entry = cached(index.row());
    if (entry.sortColumn != index.column()) {
        entry.sortColumn = index.column();
        entry.sortValue =
            m_table != nullptr ? m_table->cell(index.row(), index.column()).sortValue() : index.data(SortRole);
    }
    return entry.sortValue;
}

// Unknown values come last, and equal values are sorted by ascending key, in both sort orders.
bool TableProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool upwards = sortOrder() == Qt::AscendingOrder;
    const auto& a = cached(left.row());
    const auto& b = cached(right.row());
    if (m_worstFirst && a.severity != b.severity) return (a.severity > b.severity) == upwards;
    const auto& x = sortValue(left);
    const auto& y = sortValue(right);
    if (x.isValid() != y.isValid()) return x.isValid() == upwards;
    if (x.isValid())
        if (const int order = compareValues(x, y); order != 0) return order < 0;
    const int order = naturalCompare(a.key, b.key);
    return upwards ? order < 0 : order > 0;
}

} // namespace drydock::tables
