// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/cell.h"

#include "model/domain/overloaded.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"

#include <QCoreApplication>

namespace drydock::tables {
namespace {

QString yesNo(bool yes)
{
    return yes ? QCoreApplication::translate("words", "Yes") : QCoreApplication::translate("words", "No");
}

} // namespace

Cell numberCell(std::optional<std::int64_t> value)
{
    Cell cell;
    if (value) cell.value = qint64(*value);
    return cell;
}

QString Cell::display() const
{
    if (!text.isNull()) return text;
    return std::visit(domain::Overloaded{[](std::monostate) { return QString(); }, [](const QString& s) { return s; },
                                         [](qint64 n) { return numberText(n); },
                                         [](double n) { return numberText(n, 1); }, [](bool b) { return yesNo(b); },
                                         [](domain::Time t) { return cellTimeText(t); },
                                         [](domain::Duration d) { return durationText(d); }},
                      value);
}

QVariant Cell::sortValue() const
{
    if (order) return *order;
    return std::visit(domain::Overloaded{[](std::monostate) { return QVariant(); },
                                         [](const QString& s) { return QVariant(s); },
                                         [](qint64 n) { return QVariant(n); }, [](double n) { return QVariant(n); },
                                         [](bool b) { return QVariant(qint64(b)); },
                                         [](domain::Time t) { return QVariant(qint64(t.time_since_epoch().count())); },
                                         [](domain::Duration d) { return QVariant(qint64(d.count())); }},
                      value);
}

QString Cell::exported() const
{
    return std::visit(domain::Overloaded{[](std::monostate) { return QString(); }, [](const QString& s) { return s; },
                                         [](qint64 n) { return QString::number(n); },
                                         [](double n) { return QString::number(n); },
                                         [](bool b) { return b ? QStringLiteral("true") : QStringLiteral("false"); },
                                         [](domain::Time t) { return QString::fromStdString(domain::toIso(t)); },
                                         [](domain::Duration d) { return QString::number(d.count() / 1000); }},
                      value);
}

QVariant Cell::forRole(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return display();
    case SortRole:
        return sortValue();
    case ExportRole:
        return exported();
    case ShapeRole:
        return shape == Shape::None ? QVariant() : QVariant(int(shape));
    case CellSeverityRole:
        return severity ? QVariant(int(*severity)) : QVariant();
    case Qt::ToolTipRole:
        if (!toolTip.isEmpty()) return toolTipText(toolTip);
        if (const auto* time = std::get_if<domain::Time>(&value)) return timeToolTip(*time);
        return toolTipText(display());
    case Qt::AccessibleTextRole: {
        const auto shown = display();
        return shown.isEmpty() ? wordOf(shape) : shown;
    }
    case Qt::AccessibleDescriptionRole:
        return description.isEmpty() ? toolTip : description;
    default:
        return {};
    }
}

} // namespace drydock::tables
