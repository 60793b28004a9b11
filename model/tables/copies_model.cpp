// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/copies_model.h"

#include "model/domain/copy_queues.h"
#include "model/tables/row_keys.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"

#include <QCoreApplication>

namespace drydock::tables {
namespace {

constexpr ColumnInfo copiesColumns[] = {
    {"name", QT_TRANSLATE_NOOP("tables", "Name"), QT_TRANSLATE_NOOP("tables", "Database and server of the copy"),
     alignText, Qt::AscendingOrder, Qt::ElideMiddle},
    {"status", QT_TRANSLATE_NOOP("tables", "Status"), QT_TRANSLATE_NOOP("tables", "Status of the copy")},
    {"copyQueueLength", QT_TRANSLATE_NOOP("tables", "CopyQueueLength"),
     QT_TRANSLATE_NOOP("tables", "Log files waiting to be copied and inspected"), alignNumber, Qt::DescendingOrder},
    {"replayQueueLength", QT_TRANSLATE_NOOP("tables", "ReplayQueueLength"),
     QT_TRANSLATE_NOOP("tables", "Log files waiting to be replayed"), alignNumber, Qt::DescendingOrder},
    {"lastInspectedLogTime", QT_TRANSLATE_NOOP("tables", "LastInspectedLogTime"),
     QT_TRANSLATE_NOOP("tables", "When the last inspected log file was written")},
    {"contentIndexState", QT_TRANSLATE_NOOP("tables", "ContentIndexState"),
     QT_TRANSLATE_NOOP("tables", "State of the content index; NotApplicable from Exchange 2019 on")},
    {"activationPreference", QT_TRANSLATE_NOOP("tables", "Pref"),
     QT_TRANSLATE_NOOP("tables", "Activation preference: 1 is where the database is at home"), alignNumber},
    {"replayLag", QT_TRANSLATE_NOOP("tables", "Lag"),
     QT_TRANSLATE_NOOP("tables", "Replay lag time: how long log files wait on purpose"), alignNumber,
     Qt::DescendingOrder},
    {"activationSuspended", QT_TRANSLATE_NOOP("tables", "Suspended"),
     QT_TRANSLATE_NOOP("tables", "Whether activation of the copy is suspended"), alignText, Qt::DescendingOrder,
     Qt::ElideRight, false}, // hidden at first, because the status and its tool tip include it
    {"autoActivationPolicy", QT_TRANSLATE_NOOP("tables", "Policy"),
     QT_TRANSLATE_NOOP("tables", "DatabaseCopyAutoActivationPolicy of the copy's server")},
    {"errorMessage", QT_TRANSLATE_NOOP("tables", "Error"),
     QT_TRANSLATE_NOOP("tables", "What the replication service reports")},
};
static_assert(std::size(copiesColumns) == std::size_t(CopiesModel::Column::Count));

// Returns the cell of a queue length. It has a severity of its own if the queue is too long.
Cell queueCell(std::optional<std::int64_t> value, domain::QueueLevel level)
{
    auto cell = numberCell(value);
    if (level > domain::QueueLevel::Good)
        cell.severity = level == domain::QueueLevel::TooLong ? domain::Severity::Critical : domain::Severity::Warning;
    return cell;
}

// Returns "7 d", for example, because lags are usually whole days.
QString lagText(domain::Duration lag)
{
    using Days = std::chrono::duration<std::int64_t, std::ratio<86400>>;
    const auto days = std::chrono::duration_cast<Days>(lag);
    if (days.count() < 1 || days != lag) return durationText(lag);
    return QCoreApplication::translate("time", "%1 d").arg(days.count());
}

Cell statusCell(const CopyRow& row)
{
    const auto reasons = translated(row.assessment.reasons);
    const auto word = plainText(row.copy->status.text);
    return {.value = word,
            .toolTip = reasons.isEmpty() ? word : word + QLatin1Char('\n') + reasons,
            .description = reasons,
            .shape = shapeOf(*row.copy),
            .severity = row.assessment.severity};
}

} // namespace

QString CopiesModel::keyOf(const domain::DatabaseName& database, const domain::ServerName& server)
{
    return QString::fromStdString(foldedKey(database.text(), server.text()));
}

void CopiesModel::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    std::vector<CopyRow> next;
    if (snapshot) {
        next.reserve(snapshot->copies.size());
        for (const auto& copy : snapshot->copies)
            next.push_back(
                {foldedKey(copy.database.text(), copy.server.text()), {snapshot, copy}, domain::assess(copy)});
        retainUnread(next, [&](const CopyRow& row) {
            return unread(*snapshot, domain::SnapshotSection::Copies, row.copy->server);
        });
    }
    merge(std::move(next));
}

std::span<const ColumnInfo> CopiesModel::columns() const { return copiesColumns; }

TableModel::RowInfo CopiesModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), plainText(r.copy->server.text()), plainText(r.copy->database.text()),
            r.assessment.severity, r.stale};
}

Cell CopiesModel::cell(int row, int column) const
{
    const auto& r = at(row);
    const auto& copy = *r.copy;
    switch (Column(column)) {
    case Column::Name:
        return {.value = plainText(copy.name())};
    case Column::Status:
        return statusCell(r);
    case Column::CopyQueueLength:
        return queueCell(copy.copyQueueLength, domain::copyQueueLevel(copy));
    case Column::ReplayQueueLength:
        return queueCell(copy.replayQueueLength, domain::replayQueueLevel(copy));
    case Column::LastInspectedLogTime:
        if (copy.lastInspectedLogTime) return {.value = *copy.lastInspectedLogTime};
        return {};
    case Column::ContentIndexState:
        return {.value = plainText(copy.contentIndexState)};
    case Column::ActivationPreference:
        return numberCell(copy.activationPreference);
    case Column::Lag:
        return {.value = copy.replayLag, .text = copy.lagged() ? lagText(copy.replayLag) : QStringLiteral("")};
    case Column::Suspended:
        return {.value = copy.activationSuspended};
    case Column::Policy:
        return {.value = plainText(copy.autoActivationPolicy.text)};
    case Column::Error:
        return {.value = plainText(copy.errorMessage), .toolTip = plainLines(copy.errorMessage)};
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
