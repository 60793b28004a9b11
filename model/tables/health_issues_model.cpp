// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/health_issues_model.h"

#include "model/tables/row_keys.h"
#include "model/tables/text.h"

namespace drydock::tables {
namespace {

constexpr ColumnInfo issueColumns[] = {
    {"severity", QT_TRANSLATE_NOOP("tables", "Severity"), QT_TRANSLATE_NOOP("tables", "How much it matters"), alignText,
     Qt::DescendingOrder},
    {"subject", QT_TRANSLATE_NOOP("tables", "What"), QT_TRANSLATE_NOOP("tables", "What it is about"), alignText,
     Qt::AscendingOrder, Qt::ElideMiddle},
    {"text", QT_TRANSLATE_NOOP("tables", "Found"), QT_TRANSLATE_NOOP("tables", "What is not as it should be")},
    {"advice", QT_TRANSLATE_NOOP("tables", "Advice"), QT_TRANSLATE_NOOP("tables", "What to do about it")},
};
static_assert(std::size(issueColumns) == std::size_t(HealthIssuesModel::Column::Count));

// Returns a key that sorts the worst first, then by subject.
std::string keyFor(const domain::HealthIssue& issue)
{
    return std::to_string(9 - int(issue.severity)) + ' ' + foldedKey(issue.subject) + ' ' + issue.text.message->id;
}

} // namespace

void HealthIssuesModel::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    std::vector<HealthIssueRow> next;
    if (snapshot)
        for (auto& issue : domain::healthIssues(*snapshot)) {
            auto key = keyFor(issue);
            next.push_back({.key = std::move(key), .issue = std::move(issue)});
        }
    merge(std::move(next));
}

std::span<const ColumnInfo> HealthIssuesModel::columns() const { return issueColumns; }

TableModel::RowInfo HealthIssuesModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), plainText(r.issue.server.text()), plainText(r.issue.database.text()),
            r.issue.severity, r.stale};
}

Cell HealthIssuesModel::cell(int row, int column) const
{
    const auto& issue = at(row).issue;
    switch (Column(column)) {
    case Column::Severity:
        return {.value = QString::fromLatin1(domain::toString(issue.severity)),
                .text = wordOf(issue.severity),
                .severity = issue.severity,
                .order = qint64(issue.severity)};
    case Column::Subject:
        return {.value = plainText(issue.subject)};
    case Column::Text:
        return {.value = translated(issue.text), .toolTip = translated(std::vector{issue.text, issue.advice})};
    case Column::Advice:
        return {.value = translated(issue.advice)};
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
