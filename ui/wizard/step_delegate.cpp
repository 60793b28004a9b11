// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/step_delegate.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/error_text.h"
#include "ui/wizard/run_text.h"
#include "ui/wizard/step_list.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace drydock::ui {
namespace {

using maintenance::StepStatus;

QString elapsedOf(const QModelIndex& index)
{
    return index.siblingAtColumn(int(tables::StepsModel::Column::Elapsed)).data().toString();
}

// "read 3 times, again in 00:04" while the step waits.
QString readingsOf(const QModelIndex& index)
{
    using Column = tables::StepsModel::Column;
    const auto next = index.siblingAtColumn(int(Column::NextPoll)).data().toString();
    const auto attempts = index.siblingAtColumn(int(Column::Attempts)).data(tables::SortRole).toInt();
    if (next.isEmpty() || attempts == 0) return {};
    return StepDelegate::tr("read %n time(s), again in %1", nullptr, attempts).arg(next);
}

bool toCome(StepStatus status)
{
    return status == StepStatus::ToDo || status == StepStatus::Skipped || status == StepStatus::Undone;
}

} // namespace

StepDelegate::StepDelegate(const Theme& theme, StepList& list)
    : QStyledItemDelegate(&list), m_theme(theme), m_list(list)
{
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int lines = QFontMetrics(font(Type::Body)).height() + QFontMetrics(font(Type::Secondary)).height();
    return {textWidth(m_list, 30), lines + size::betweenControls};
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& row = m_list.steps().at(index.row());
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) painter->fillRect(option.rect, m_theme.color(Role::Selection));
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(m_theme.color(Role::Info));
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const int side = size::icon + 2 * size::inCard;
    paintIcon(*painter, QRect(option.rect.left(), option.rect.top(), side, option.rect.height()), row);
    const auto texts = option.rect.adjusted(side, size::inControl, -size::inCard, -size::inControl);
    paintTexts(*painter, texts, row, {elapsedOf(index), readingsOf(index)});
    painter->restore();
}

// The second line is often longer than the list is wide, so the tool tip shows all of it.
bool StepDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem&,
                             const QModelIndex& index)
{
    if (!event || event->type() != QEvent::ToolTip || !index.isValid()) return false;
    const auto& row = m_list.steps().at(index.row());
    QStringList lines{tables::translated(row.step.title), detailText(row.step, row.state)};
    if (row.state.error) lines += errorText(*row.state.error).details;
    QToolTip::showText(event->globalPos(), tables::toolTipText(lines.join(u'\n')), view);
    return true;
}

void StepDelegate::paintIcon(QPainter& painter, const QRect& rect, const tables::StepRow& row) const
{
    const auto shape = tables::shapeOf(row.state.status);
    const auto angle = shape == tables::Shape::StepRunning ? m_list.angle() : 0.0;
    m_theme.icons().paintTurned(painter, rect, shape, m_theme.color(Theme::roleOf(shape)), angle);
}

void StepDelegate::paintTexts(QPainter& painter, const QRect& rect, const tables::StepRow& row,
                              const Times& times) const
{
    const bool running = tables::shapeOf(row.state.status) == tables::Shape::StepRunning;
    painter.setFont(font(Type::Secondary));
    painter.setPen(m_theme.color(Role::Muted));
    const auto vertical = times.readings.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
    painter.drawText(rect, int((Qt::AlignRight | vertical).toInt()), times.elapsed);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignBottom, times.readings);
    const auto widthOf = [&](const QString& shown) {
        return shown.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(shown) + size::betweenGroups;
    };
    const QRect text = rect.adjusted(0, 0, -widthOf(times.elapsed), 0);
    const QRect below = rect.adjusted(0, 0, -widthOf(times.readings.isEmpty() ? times.elapsed : times.readings), 0);

    const bool failed = row.state.status == StepStatus::Failed || row.state.status == StepStatus::Unknown;
    const QString detail =
        painter.fontMetrics().elidedText(detailText(row.step, row.state), Qt::ElideRight, below.width());
    painter.setPen(m_theme.color(failed ? Theme::roleOf(tables::shapeOf(row.state.status)) : Role::Muted));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignBottom, detail);

    painter.setFont(font(running || failed ? Type::BodyBold : Type::Body));
    painter.setPen(m_theme.color(toCome(row.state.status) ? Role::Muted : Role::Text));
    const QString title = tables::translated(row.step.title);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
}

} // namespace drydock::ui
