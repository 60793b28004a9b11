// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/steps_model.h"

#include "model/tables/shapes.h"
#include "model/tables/step_progress.h"
#include "model/tables/text.h"

#include <QCoreApplication>

namespace drydock::tables {
namespace {

constexpr ColumnInfo stepsColumns[] = {
    {"n", QT_TRANSLATE_NOOP("tables", "No."), QT_TRANSLATE_NOOP("tables", "Place in the plan"), alignNumber},
    {"title", QT_TRANSLATE_NOOP("tables", "Step"), QT_TRANSLATE_NOOP("tables", "What the step does")},
    {"state", QT_TRANSLATE_NOOP("tables", "State"), QT_TRANSLATE_NOOP("tables", "Where the step stands")},
    {"elapsed", QT_TRANSLATE_NOOP("tables", "Elapsed"),
     QT_TRANSLATE_NOOP("tables", "Time since the step was started, or that it took"), alignNumber},
    {"attempts", QT_TRANSLATE_NOOP("tables", "Readings"),
     QT_TRANSLATE_NOOP("tables", "How often it was looked whether the step is done"), alignNumber},
    {"nextPoll", QT_TRANSLATE_NOOP("tables", "Next look"), QT_TRANSLATE_NOOP("tables", "When it is looked again"),
     alignNumber},
    {"waitingFor", QT_TRANSLATE_NOOP("tables", "Waiting for"),
     QT_TRANSLATE_NOOP("tables", "What is not yet as it must be, or what went wrong")},
    {"evidence", QT_TRANSLATE_NOOP("tables", "Evidence"), QT_TRANSLATE_NOOP("tables", "What proved the step done")},
    {"command", QT_TRANSLATE_NOOP("tables", "Command"),
     QT_TRANSLATE_NOOP("tables", "What is sent, as one would type it"), alignText, Qt::AscendingOrder, Qt::ElideRight,
     false},
};
static_assert(std::size(stepsColumns) == std::size_t(StepsModel::Column::Count));

std::string keyFor(std::size_t index)
{
    const auto digits = std::to_string(index + 1);
    return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

Cell listCell(const QString& lines)
{
    auto line = lines;
    return {.value = line.replace(QLatin1Char('\n'), QStringLiteral("; ")), .toolTip = lines};
}

Cell waitingCell(const StepRow& row)
{
    if (row.state.error) {
        const auto& error = *row.state.error;
        return {.value = plainText(error.detail.empty() ? error.what : error.detail),
                .toolTip = plainLines(error.summary()),
                .severity = severityOf(row.state.status)};
    }
    Cell cell{.value = progressText(row.step, row.state)};
    if (row.state.noProgress) {
        cell.severity = domain::Severity::Warning;
        cell.toolTip =
            QCoreApplication::translate("tables", "No progress for %1").arg(durationText(row.step.noProgressAfter)) +
            QLatin1Char('\n') + cell.display();
    }
    return cell;
}

Cell commandCell(const maintenance::Step& step)
{
    std::vector<std::string> commands;
    for (const auto& command : step.commands)
        commands.push_back(command.toPowerShell());
    return listCell(plainLines(commands));
}

} // namespace

void StepsModel::setState(const maintenance::RunState& state)
{
    std::vector<StepRow> next;
    next.reserve(state.plan.steps.size());
    for (std::size_t i = 0; i < state.plan.steps.size(); ++i) {
        StepRow row{.key = keyFor(i), .step = state.plan.steps[i], .number = i + 1};
        if (i < state.steps.size()) row.state = state.steps[i];
        row.current = i == state.current && state.phase != maintenance::RunPhase::NotStarted &&
                      state.phase != maintenance::RunPhase::Finished;
        next.push_back(std::move(row));
    }
    merge(std::move(next));
    m_rests = state.resumable();
}

void StepsModel::clear() { merge({}); }

void StepsModel::setNow(domain::Time now)
{
    if (m_rests && m_now != domain::Time{}) return;
    m_now = now;
    for (int row = 0; row < rowCount(); ++row)
        if (at(row).state.startedAt && !at(row).state.finishedAt)
            emit dataChanged(index(row, int(Column::Elapsed)), index(row, int(Column::NextPoll)));
}

std::span<const ColumnInfo> StepsModel::columns() const { return stepsColumns; }

TableModel::RowInfo StepsModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), {}, {}, severityOf(r.state.status), r.stale};
}

Cell StepsModel::cell(int row, int column) const
{
    const auto& r = at(row);
    switch (Column(column)) {
    case Column::Number:
        return {.value = qint64(r.number)};
    case Column::Title:
        return {.value = translated(r.step.title), .toolTip = translated(r.step.why)};
    case Column::State:
        return {.value = QString::fromLatin1(maintenance::toString(r.state.status)),
                .text = wordOf(r.state.status),
                .shape = shapeOf(r.state.status),
                .severity = severityOf(r.state.status),
                .order = qint64(r.state.status)};
    case Column::Elapsed:
        if (const auto time = r.state.elapsed(m_now)) return {.value = *time};
        return {};
    case Column::Attempts:
        if (r.state.attempts > 0) return {.value = qint64(r.state.attempts)};
        return {};
    case Column::NextPoll:
        if (!r.state.nextPoll || r.state.finishedAt) return {};
        return {.value = *r.state.nextPoll,
                .text = durationText(std::max(domain::Duration::zero(), *r.state.nextPoll - m_now))};
    case Column::WaitingFor:
        return waitingCell(r);
    case Column::Evidence:
        return listCell(plainLines(r.state.evidence));
    case Column::Command:
        return commandCell(r.step);
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
