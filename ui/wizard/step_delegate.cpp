#include "ui/wizard/step_delegate.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/theme/measures.h"
#include "ui/wizard/run_words.h"
#include "ui/wizard/step_list.h"

#include <QPainter>

namespace drydock::ui {
namespace {

using maintenance::StepStatus;

QString elapsedOf(const QModelIndex& index)
{
    const auto column = int(tables::StepsModel::Column::Elapsed);
    const QString text = index.siblingAtColumn(column).data().toString();
    return text.startsWith(u'0') ? text.mid(1) : text; // "0:07"
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
    return {textWidth(m_list, 30), lines + measure::betweenControls};
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
    const int side = measure::icon + 2 * measure::inCard;
    paintIcon(*painter, QRect(option.rect.left(), option.rect.top(), side, option.rect.height()), row);
    const auto texts = option.rect.adjusted(side, measure::inControl, -measure::inCard, -measure::inControl);
    paintTexts(*painter, texts, row, elapsedOf(index));
    painter->restore();
}

void StepDelegate::paintIcon(QPainter& painter, const QRect& rect, const tables::StepRow& row) const
{
    const auto shape = tables::shapeOf(row.state.status);
    const auto angle = shape == tables::Shape::StepRunning ? m_list.angle() : 0.0;
    painter.save();
    if (angle > 0) {
        const QPointF middle = QRectF(rect).center();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(middle);
        painter.rotate(angle);
        painter.translate(-middle);
    }
    m_theme.icons().paint(painter, rect, shape, m_theme.color(Theme::roleOf(shape)));
    painter.restore();
}

void StepDelegate::paintTexts(QPainter& painter, const QRect& rect, const tables::StepRow& row,
                              const QString& elapsed) const
{
    const bool running = tables::shapeOf(row.state.status) == tables::Shape::StepRunning;
    painter.setFont(font(Type::Secondary));
    painter.setPen(m_theme.color(Role::Muted));
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, elapsed);
    const int right = elapsed.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(elapsed) + measure::betweenGroups;
    const QRect text = rect.adjusted(0, 0, -right, 0);

    const bool failed = row.state.status == StepStatus::Failed || row.state.status == StepStatus::Unknown;
    const QString detail =
        painter.fontMetrics().elidedText(detailText(row.step, row.state), Qt::ElideRight, text.width());
    painter.setPen(m_theme.color(failed ? Theme::roleOf(tables::shapeOf(row.state.status)) : Role::Muted));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, detail);

    painter.setFont(font(running || failed ? Type::BodyBold : Type::Body));
    painter.setPen(m_theme.color(toCome(row.state.status) ? Role::Muted : Role::Text));
    const QString title = tables::translated(row.step.title);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
}

} // namespace drydock::ui
