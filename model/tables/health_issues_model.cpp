#include "model/tables/health_issues_model.h"

#include "model/tables/row_keys.h"
#include "model/tables/text.h"

namespace drydock::tables {
namespace {

constexpr ColumnInfo attentionColumns[] = {
    {"severity", QT_TRANSLATE_NOOP("tables", "Severity"), QT_TRANSLATE_NOOP("tables", "How much it matters"), alignText,
     Qt::DescendingOrder},
    {"subject", QT_TRANSLATE_NOOP("tables", "What"), QT_TRANSLATE_NOOP("tables", "What it is about"), alignText,
     Qt::AscendingOrder, Qt::ElideMiddle},
    {"text", QT_TRANSLATE_NOOP("tables", "Found"), QT_TRANSLATE_NOOP("tables", "What is not as it should be")},
    {"advice", QT_TRANSLATE_NOOP("tables", "Advice"), QT_TRANSLATE_NOOP("tables", "What to do about it")},
};
static_assert(std::size(attentionColumns) == std::size_t(HealthIssuesModel::Column::Count));

// Worst first, then by what it is about.
std::string keyFor(const domain::HealthIssue& attention)
{
    return std::to_string(9 - int(attention.severity)) + ' ' + foldedKey(attention.subject) + ' ' +
           attention.text.message->id;
}

} // namespace

void HealthIssuesModel::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    std::vector<HealthIssueRow> next;
    if (snapshot)
        for (auto& attention : domain::healthIssues(*snapshot)) {
            auto key = keyFor(attention);
            next.push_back({.key = std::move(key), .attention = std::move(attention)});
        }
    merge(std::move(next));
}

std::span<const ColumnInfo> HealthIssuesModel::columns() const { return attentionColumns; }

TableModel::RowInfo HealthIssuesModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), plainText(r.attention.server.text()), plainText(r.attention.database.text()),
            r.attention.severity, r.stale};
}

Cell HealthIssuesModel::cell(int row, int column) const
{
    const auto& attention = at(row).attention;
    switch (Column(column)) {
    case Column::Severity:
        return {.value = QString::fromLatin1(domain::toString(attention.severity)),
                .text = wordOf(attention.severity),
                .severity = attention.severity,
                .order = qint64(attention.severity)};
    case Column::Subject:
        return {.value = plainText(attention.subject)};
    case Column::Text:
        return {.value = translated(attention.text),
                .toolTip = translated(std::vector{attention.text, attention.advice})};
    case Column::Advice:
        return {.value = translated(attention.advice)};
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
