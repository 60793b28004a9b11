// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/runs_model.h"

#include "model/tables/text.h"

#include <QCoreApplication>

namespace drydock::tables {
namespace {

constexpr ColumnInfo runsColumns[] = {
    {"startedAt", QT_TRANSLATE_NOOP("tables", "Started"), QT_TRANSLATE_NOOP("tables", "When the run was started"),
     alignText, Qt::DescendingOrder},
    {"server", QT_TRANSLATE_NOOP("tables", "Server"), QT_TRANSLATE_NOOP("tables", "The server under maintenance"),
     alignText, Qt::AscendingOrder, Qt::ElideMiddle},
    {"direction", QT_TRANSLATE_NOOP("tables", "Direction"),
     QT_TRANSLATE_NOOP("tables", "Put into maintenance, or reinstate")},
    {"outcome", QT_TRANSLATE_NOOP("tables", "Outcome"),
     QT_TRANSLATE_NOOP("tables", "How the run ended, or where it stands")},
    {"step", QT_TRANSLATE_NOOP("tables", "Step"), QT_TRANSLATE_NOOP("tables", "The step it stands at, of all steps"),
     alignNumber},
    {"duration", QT_TRANSLATE_NOOP("tables", "Duration"), QT_TRANSLATE_NOOP("tables", "From the start to the end"),
     alignNumber, Qt::DescendingOrder},
    {"operator", QT_TRANSLATE_NOOP("tables", "Operator"), QT_TRANSLATE_NOOP("tables", "Who started it")},
    {"reason", QT_TRANSLATE_NOOP("tables", "Reason"), QT_TRANSLATE_NOOP("tables", "Why, as the operator gave it")},
    {"changeNumber", QT_TRANSLATE_NOOP("tables", "Change"),
     QT_TRANSLATE_NOOP("tables", "Change number, as the operator gave it")},
    {"id", QT_TRANSLATE_NOOP("tables", "Run"), QT_TRANSLATE_NOOP("tables", "Name of the run and of its journal"),
     alignText, Qt::AscendingOrder, Qt::ElideMiddle},
};
static_assert(std::size(runsColumns) == std::size_t(RunsModel::Column::Count));

domain::Severity rowSeverity(const RunRow& row)
{
    using maintenance::Outcome;
    if (row.error) return domain::Severity::Critical;
    if (row.inUse) return domain::Severity::Maintenance;
    switch (row.run.outcome) {
    case Outcome::Succeeded:
    case Outcome::Undone:
    case Outcome::Abandoned:
        return domain::Severity::Ok;
    case Outcome::Failed:
        return domain::Severity::Critical;
    case Outcome::None:
    case Outcome::SucceededWithWarnings:
    case Outcome::Stopped:
    case Outcome::Unknown:
        return domain::Severity::Warning;
    }
    return domain::Severity::Unknown;
}

Shape rowShape(const RunRow& row)
{
    using maintenance::Outcome;
    if (row.error) return Shape::StepFailed;
    if (row.inUse) return Shape::StepRunning;
    switch (row.run.outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        return Shape::StepDone;
    case Outcome::Undone:
    case Outcome::Abandoned:
        return Shape::StepSkipped;
    case Outcome::Failed:
        return Shape::StepFailed;
    case Outcome::None:
    case Outcome::Stopped:
    case Outcome::Unknown:
        return Shape::StepUnknown;
    }
    return Shape::StepUnknown;
}

Cell outcomeCell(const RunRow& row)
{
    Cell cell{.value = QString::fromLatin1(maintenance::toString(row.run.outcome)), .text = wordOf(row.run.outcome)};
    cell.shape = rowShape(row);
    cell.severity = row.severity;
    cell.order = qint64(row.run.outcome);
    if (row.inUse) cell.text = wordOf(maintenance::RunPhase::Running);
    if (!row.error) return cell;
    cell.value = QString::fromLatin1(domain::toString(row.error->kind));
    cell.text = tableText(QT_TRANSLATE_NOOP("tables", "Journal not readable"));
    cell.toolTip = plainLines(row.error->summary());
    return cell;
}

Cell stepCell(const RunRow& row)
{
    if (row.error || row.run.steps == 0) return {};
    const auto at = row.run.currentStep();
    return {.value = qint64(at),
            .text = tableText(QT_TRANSLATE_NOOP("tables", "%1 of %2"))
                        .arg(numberText(qint64(at)), numberText(qint64(row.run.steps)))};
}

Cell durationCell(const RunRow& row)
{
    if (!row.run.startedAt || !row.run.finishedAt) return {};
    return {.value = *row.run.finishedAt - *row.run.startedAt};
}

} // namespace

void RunsModel::setRuns(const std::vector<maintenance::RunListing>& runs)
{
    std::vector<RunRow> next;
    next.reserve(runs.size());
    for (const auto& run : runs) {
        RunRow row{.key = run.run.id.empty() ? run.file : run.run.id,
                   .run = run.run,
                   .inUse = run.inUse,
                   .superseded = !run.supersededBy.empty(),
                   .error = run.error,
                   .file = run.file};
        row.severity = rowSeverity(row);
        next.push_back(std::move(row));
    }
    merge(std::move(next));
}

std::span<const ColumnInfo> RunsModel::columns() const { return runsColumns; }

TableModel::RowInfo RunsModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), plainText(r.run.server.text()), {}, r.severity, r.stale};
}

Cell RunsModel::cell(int row, int column) const
{
    const auto& r = at(row);
    switch (Column(column)) {
    case Column::Started:
        if (r.run.startedAt) return {.value = *r.run.startedAt};
        return {};
    case Column::Server:
        return {.value = plainText(r.run.server.text())};
    case Column::Kind:
        if (r.error) return {};
        return {.value = QString::fromLatin1(maintenance::toString(r.run.runKind)), .text = wordOf(r.run.runKind)};
    case Column::Outcome:
        return outcomeCell(r);
    case Column::Step:
        return stepCell(r);
    case Column::Duration:
        return durationCell(r);
    case Column::Operator:
        return {.value = plainText(r.run.operatorName)};
    case Column::Reason:
        return {.value = plainText(r.run.reason)};
    case Column::ChangeNumber:
        return {.value = plainText(r.run.changeNumber)};
    case Column::Id:
        return {.value = plainText(r.run.id.empty() ? r.file : r.run.id)};
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
