// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/overview_grid_model.h"

#include "model/domain/copy_queues.h"
#include "model/domain/server_state.h"
#include "model/tables/row_keys.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <utility>

namespace drydock::tables {
namespace {

// Returns where the database would go if the server of its active copy went down, and of a passive copy whether it can
// become active.
QString activationLine(const domain::DatabaseCopy& copy, const domain::RedundancyIndex& index,
                       const domain::Database* database)
{
    if (copy.active && (database == nullptr || database->recovery || database->singleCopy())) return {};
    if (!copy.active) {
        const auto refusal = index.refusal(copy);
        return refusal.empty()
                   ? tableText(QT_TRANSLATE_NOOP("tables", "can become active"))
                   : tableText(QT_TRANSLATE_NOOP("tables", "cannot become active: %1")).arg(translated(refusal));
    }
    const auto destination = index.destinationOf(*database);
    if (const auto* target = destination.target(); target != nullptr)
        return tableText(QT_TRANSLATE_NOOP("tables", "would go to %1, preference %2"))
            .arg(plainText(target->server.text()), target->copy->activationPreference
                                                       ? numberText(qint64(*target->copy->activationPreference))
                                                       : QStringLiteral("?"));
    if (destination.candidates.empty()) return {};
    const auto& first = destination.candidates.front();
    return tableText(QT_TRANSLATE_NOOP("tables", "has nowhere to go: %1: %2"))
        .arg(plainText(first.server.text()), translated(first.refusal));
}

QString toolTipOf(const domain::DatabaseCopy& copy, const domain::HealthAssessment& assessment,
                  const QString& activation)
{
    QStringList lines{plainText(copy.name()) + QStringLiteral(": ") + plainText(copy.status.text)};
    if (copy.copyQueueLength && copy.replayQueueLength)
        lines.append(tableText(QT_TRANSLATE_NOOP("tables", "copy queue %1, replay queue %2"))
                         .arg(numberText(qint64(*copy.copyQueueLength)), numberText(qint64(*copy.replayQueueLength))));
    if (const auto reasons = translated(assessment.reasons); !reasons.isEmpty()) lines.append(reasons);
    if (!activation.isEmpty()) lines.append(activation);
    return lines.join(QLatin1Char('\n'));
}

// Returns the word of the shape, or a text with a number or the status if that says more.
QString cellText(const domain::DatabaseCopy& copy, Shape shape)
{
    if (shape == Shape::CopyBehind && domain::copyQueueLevel(copy) > domain::QueueLevel::Good)
        return tableText(QT_TRANSLATE_NOOP("tables", "copy queue %1")).arg(numberText(qint64(*copy.copyQueueLength)));
    if (shape == Shape::CopyBehind && domain::replayQueueLevel(copy) > domain::QueueLevel::Good)
        return tableText(QT_TRANSLATE_NOOP("tables", "replay queue %1"))
            .arg(numberText(qint64(*copy.replayQueueLength)));
    if (shape == Shape::CopyLagged && copy.replayLag >= std::chrono::hours(24))
        return tableText(QT_TRANSLATE_NOOP("tables", "lagged %1 d"))
            .arg(std::chrono::duration_cast<std::chrono::hours>(copy.replayLag).count() / 24);
    if (copy.status == domain::CopyStatus::FailedAndSuspended)
        return tableText(QT_TRANSLATE_NOOP("tables", "failed, suspended"));
    if (copy.status == domain::CopyStatus::Dismounted) return tableText(QT_TRANSLATE_NOOP("tables", "dismounted"));
    if (copy.status == domain::CopyStatus::Mounting) return tableText(QT_TRANSLATE_NOOP("tables", "mounting"));
    if (copy.status == domain::CopyStatus::Dismounting) return tableText(QT_TRANSLATE_NOOP("tables", "dismounting"));
    return wordOf(shape);
}

} // namespace

OverviewGridModel::OverviewGridModel(QObject* parent) : QAbstractTableModel(parent) {}

void OverviewGridModel::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    m_index.reset();
    m_snapshot = snapshot;
    rebuild();
}

void OverviewGridModel::setDag(const domain::DagName& dag)
{
    if (m_dag == dag) return;
    m_dag = dag;
    rebuild();
}

void OverviewGridModel::setStale(bool stale)
{
    if (m_stale == stale) return;
    m_stale = stale;
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {StaleRole});
}

int OverviewGridModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int OverviewGridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

void OverviewGridModel::rebuild()
{
    auto copies = m_snapshot ? shownCopies() : Copies{};
    mergeColumns(m_snapshot ? serverHeaders(copies) : Headers{});
    mergeRows(m_snapshot ? databaseHeaders(copies) : Headers{});
    mergeCopies(std::move(copies));
}

// Collects the copies on the servers shown in one pass. A forest has 80,000 copies, a DAG at most 1,600.
OverviewGridModel::Copies OverviewGridModel::shownCopies() const
{
    std::set<domain::ServerName> shown;
    for (const auto& server : m_snapshot->servers)
        if (shows(server.dag)) shown.insert(server.name);
    Copies copies;
    for (const auto& copy : m_snapshot->copies)
        if (shown.contains(copy.server))
            copies[{foldedKey(copy.database.text()), foldedKey(copy.server.text())}] = {copy, domain::assess(copy)};
    return copies;
}

bool OverviewGridModel::shows(const domain::DagName& dag) const { return m_dag.empty() ? !dag.empty() : dag == m_dag; }

OverviewGridModel::Headers OverviewGridModel::serverHeaders(const Copies& copies) const
{
    std::map<std::string, int> activeOn;
    for (const auto& [key, copy] : copies)
        activeOn[key.second] += copy.copy.active ? 1 : 0;
    Headers headers;
    for (const auto& server : m_snapshot->servers) {
        if (!shows(server.dag)) continue;
        const int active = activeOn[foldedKey(server.name.text())];
        const auto state = domain::stateOf(*m_snapshot, server.name);
        const auto assessment = domain::assessServer(*m_snapshot, server.name);
        QStringList parts;
        if (m_snapshot->covers(domain::SnapshotSection::Copies, server.name))
            parts.append(QCoreApplication::translate("tables", "%n active", nullptr, active));
        if (!server.site.empty()) parts.append(plainText(server.site));
        const auto* group = m_snapshot->groupOf(server.name);
        if (group != nullptr && group->primaryActiveManager == server.name) parts.append(QStringLiteral("PAM"));
        QStringList tip{wordOf(state)};
        if (const auto reasons = translated(assessment.reasons); !reasons.isEmpty()) tip.append(reasons);
        headers.push_back({foldedKey(server.name.text()), plainText(server.name.text()),
                           parts.join(QStringLiteral(" · ")), tip.join(QLatin1Char('\n')), shapeOf(state),
                           assessment.severity});
    }
    return headers;
}

OverviewGridModel::Headers OverviewGridModel::databaseHeaders(const Copies& all) const
{
    Headers headers;
    for (const auto& database : m_snapshot->databases) {
        if (database.recovery || !shows(database.dag)) continue;
        const auto key = foldedKey(database.name.text());
        domain::Severity worst = domain::Severity::Ok;
        int copies = 0;
        for (auto it = all.lower_bound({key, {}}); it != all.end() && it->first.first == key; ++it, ++copies)
            worst = std::max(worst, it->second.assessment.severity);
        if (database.singleCopy()) worst = std::max(worst, domain::Severity::Warning);
        const auto copiesText = QCoreApplication::translate("tables", "%n copies", nullptr, copies);
        headers.push_back({key, plainText(database.name.text()), copiesText, copiesText, Shape::None, worst});
    }
    return headers;
}

void OverviewGridModel::mergeColumns(Headers headers)
{
    const auto byKey = [](const Header& a, const Header& b) { return a.key < b.key; };
    std::sort(headers.begin(), headers.end(), byKey);
    headers.erase(
        std::unique(headers.begin(), headers.end(), [](const Header& a, const Header& b) { return a.key == b.key; }),
        headers.end());
    m_columns.old = std::exchange(m_columns.headers, std::move(headers));
    m_columns.point = {};
    mergeSorted(
        m_columns.old, m_columns.headers, m_columns.point, byKey,
        [](const Header& a, const Header& b) { return a == b; },
        [this](std::size_t first, std::size_t count, auto apply) {
            beginRemoveColumns({}, int(first), int(first + count) - 1);
            apply();
            endRemoveColumns();
        },
        [this](std::size_t first, std::size_t count, auto apply) {
            beginInsertColumns({}, int(first), int(first + count) - 1);
            apply();
            endInsertColumns();
        },
        [this](std::size_t first, std::size_t count) {
            emit headerDataChanged(Qt::Horizontal, int(first), int(first + count) - 1);
        });
    m_columns.old.clear();
    m_columns.point = {m_columns.headers.size(), 0};
}

void OverviewGridModel::mergeRows(Headers headers)
{
    const auto byKey = [](const Header& a, const Header& b) { return a.key < b.key; };
    std::sort(headers.begin(), headers.end(), byKey);
    headers.erase(
        std::unique(headers.begin(), headers.end(), [](const Header& a, const Header& b) { return a.key == b.key; }),
        headers.end());
    m_rows.old = std::exchange(m_rows.headers, std::move(headers));
    m_rows.point = {};
    mergeSorted(
        m_rows.old, m_rows.headers, m_rows.point, byKey, [](const Header& a, const Header& b) { return a == b; },
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
            emit headerDataChanged(Qt::Vertical, int(first), int(first + count) - 1);
            if (columnCount() > 0)
                emit dataChanged(index(int(first), 0), index(int(first + count) - 1, columnCount() - 1));
        });
    m_rows.old.clear();
    m_rows.point = {m_rows.headers.size(), 0};
}

// Reports changed cells once for each row, from its first to its last changed cell.
void OverviewGridModel::mergeCopies(Copies copies)
{
    const auto before = std::exchange(m_copies, std::move(copies));
    const auto in = [](const Copies& all, const Header& row, const Header& column) -> const Copy* {
        const auto found = all.find({row.key, column.key});
        return found == all.end() ? nullptr : &found->second;
    };
    for (std::size_t r = 0; r < m_rows.headers.size(); ++r) {
        int first = -1;
        int last = -1;
        for (std::size_t c = 0; c < m_columns.headers.size(); ++c) {
            const auto* was = in(before, m_rows.headers[r], m_columns.headers[c]);
            const auto* is = in(m_copies, m_rows.headers[r], m_columns.headers[c]);
            if (was == is || (was != nullptr && is != nullptr && *was == *is)) continue;
            if (first < 0) first = int(c);
            last = int(c);
        }
        if (first >= 0) emit dataChanged(index(int(r), first), index(int(r), last));
    }
}

const OverviewGridModel::Copy* OverviewGridModel::copyAt(const QModelIndex& index) const
{
    const auto found =
        m_copies.find({m_rows.at(std::size_t(index.row())).key, m_columns.at(std::size_t(index.column())).key});
    return found == m_copies.end() ? nullptr : &found->second;
}

// The index is made when the first tool tip is asked for. Servers are assessed for it one by one.
QString OverviewGridModel::activationOf(const domain::DatabaseCopy& copy) const
{
    if (!m_snapshot) return {};
    if (!m_index) m_index.emplace(*m_snapshot);
    return activationLine(copy, *m_index, m_snapshot->database(copy.database));
}

Cell OverviewGridModel::cellOf(const Copy* copy, const QModelIndex& index, bool describes) const
{
    const auto& column = m_columns.at(std::size_t(index.column()));
    Cell cell;
    if (copy != nullptr) {
        cell.shape = shapeOf(copy->copy);
        cell.severity = copy->assessment.severity;
        cell.toolTip = toolTipOf(copy->copy, copy->assessment, describes ? activationOf(copy->copy) : QString());
    } else {
        const domain::ServerName server(column.name.toStdString());
        const bool known = m_snapshot && (m_snapshot->covers(domain::SnapshotSection::Copies, server));
        cell.shape = known ? Shape::Dash : Shape::CopyUnknown;
        if (!known) cell.severity = domain::Severity::Unknown;
        const auto& row = m_rows.at(std::size_t(index.row()));
        cell.toolTip = (known ? tableText(QT_TRANSLATE_NOOP("tables", "%1 has no copy on %2"))
                              : tableText(QT_TRANSLATE_NOOP("tables", "copies of %1 on %2 could not be read")))
                           .arg(row.name, column.name);
    }
    cell.value = copy != nullptr ? cellText(copy->copy, cell.shape) : wordOf(cell.shape);
    return cell;
}

QVariant OverviewGridModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const auto& row = m_rows.at(std::size_t(index.row()));
    const auto& column = m_columns.at(std::size_t(index.column()));
    // Where a database would go is found out for its description alone: it takes longer than a cell may.
    const bool describes = role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole;
    const auto cell = cellOf(copyAt(index), index, describes);
    switch (role) {
    case KeyRole:
        return QString::fromStdString(row.key + '\\' + column.key);
    case ServerRole:
        return column.name;
    case DatabaseRole:
        return row.name;
    case SeverityRole:
        return int(row.severity);
    case SortRole:
        return int(cell.severity.value_or(domain::Severity::Ok));
    case StaleRole:
        return m_stale;
    case Qt::AccessibleTextRole:
        return QString(row.name + QLatin1Char(' ') + column.name + QLatin1Char(' ') + cell.display());
    default:
        return cell.forRole(role);
    }
}

QVariant OverviewGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto& side = orientation == Qt::Horizontal ? m_columns : m_rows;
    if (section < 0 || std::size_t(section) >= side.size()) return {};
    const auto& header = side.at(std::size_t(section));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return header.name;
    case Qt::ToolTipRole:
        return toolTipText(header.toolTip);
    case Qt::AccessibleDescriptionRole:
        return QString(header.subtitle + QStringLiteral("; ") + header.toolTip);
    case SubtitleRole:
        return header.subtitle;
    case ShapeRole:
        return header.shape == Shape::None ? QVariant() : QVariant(int(header.shape));
    case SeverityRole:
    case CellSeverityRole:
        return int(header.severity);
    case ServerRole:
        return orientation == Qt::Horizontal ? QVariant(header.name) : QVariant();
    case DatabaseRole:
        return orientation == Qt::Vertical ? QVariant(header.name) : QVariant();
    case StaleRole:
        return m_stale;
    default:
        return {};
    }
}

} // namespace drydock::tables
