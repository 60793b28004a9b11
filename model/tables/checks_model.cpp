#include "model/tables/checks_model.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"

namespace drydock::tables {
namespace {

constexpr ColumnInfo checksColumns[] = {
    {"result", QT_TRANSLATE_NOOP("tables", "Result"), QT_TRANSLATE_NOOP("tables", "Pass, warn or block"), alignText,
     Qt::DescendingOrder},
    {"check", QT_TRANSLATE_NOOP("tables", "Check"), QT_TRANSLATE_NOOP("tables", "What is checked")},
    {"expected", QT_TRANSLATE_NOOP("tables", "Expected"), QT_TRANSLATE_NOOP("tables", "What must be for it to pass")},
    {"found", QT_TRANSLATE_NOOP("tables", "Found"), QT_TRANSLATE_NOOP("tables", "What is there")},
    {"evidence", QT_TRANSLATE_NOOP("tables", "Evidence"), QT_TRANSLATE_NOOP("tables", "The values it was read from")},
    {"why", QT_TRANSLATE_NOOP("tables", "Why it matters"), QT_TRANSLATE_NOOP("tables", "What would happen otherwise")},
    {"at", QT_TRANSLATE_NOOP("tables", "Checked at"), QT_TRANSLATE_NOOP("tables", "When it was checked"), alignText,
     Qt::DescendingOrder, Qt::ElideRight, false},
};
static_assert(std::size(checksColumns) == std::size_t(ChecksModel::Column::Count));

// Keeps the order of the list: the place first, then what is stable of the check.
std::string keyFor(std::size_t place, const std::string& id)
{
    const auto digits = std::to_string(place);
    return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits + ' ' + id;
}

} // namespace

void ChecksModel::setChecks(const std::vector<maintenance::Check>& checks)
{
    std::vector<CheckRow> next;
    next.reserve(checks.size());
    for (const auto& check : checks)
        next.push_back({.key = keyFor(next.size(), check.id), .check = check});
    merge(std::move(next));
}

std::span<const ColumnInfo> ChecksModel::columns() const { return checksColumns; }

TableModel::RowInfo ChecksModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), {}, {}, severityOf(r.check.result), r.stale};
}

Cell ChecksModel::cell(int row, int column) const
{
    const auto& check = at(row).check;
    switch (Column(column)) {
    case Column::Result:
        return {.value = QString::fromLatin1(maintenance::toString(check.result)),
                .text = wordOf(check.result),
                .shape = shapeOf(check.result),
                .severity = severityOf(check.result),
                .order = qint64(check.result)};
    case Column::Title:
        return {.value = translated(check.title), .toolTip = translated(check.why)};
    case Column::Expected:
        return {.value = translated(check.expected)};
    case Column::Found:
        return {.value = translated(check.found)};
    case Column::Evidence: {
        const auto lines = plainLines(check.evidence);
        return {.value = QString(lines).replace(QLatin1Char('\n'), QStringLiteral("; ")), .toolTip = lines};
    }
    case Column::Why:
        return {.value = translated(check.why)};
    case Column::At:
        return {.value = check.at};
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
