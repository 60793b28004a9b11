// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/status_delegate.h"

#include "ui/theme/sizes.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace drydock::ui {
namespace {

constexpr int padding = size::betweenControls;
constexpr int afterIcon = 6;

} // namespace

StatusDelegate::StatusDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

StatusDelegate::CellStyle StatusDelegate::styleOf(const QModelIndex& index) const
{
    CellStyle cell;
    const auto shape = index.data(tables::ShapeRole);
    if (shape.isValid()) cell.shape = static_cast<tables::Shape>(shape.toInt());
    cell.icon = Theme::roleOf(cell.shape);
    const auto severity = index.data(tables::CellSeverityRole);
    if (severity.isValid()) {
        const auto s = static_cast<domain::Severity>(severity.toInt());
        if (s != domain::Severity::Ok) cell.icon = cell.text = Theme::roleOf(s);
    }
    // Outdated values are muted, so that they are not taken for healthy ones.
    if (index.data(tables::StaleRole).toBool()) cell.icon = cell.text = Role::Muted;
    return cell;
}

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem opt(option);
    initStyleOption(&opt, index);
    const auto text = opt.text;
    opt.text.clear();
    const auto* style = opt.widget ? opt.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &opt, painter, opt.widget);

    const bool selected = opt.state & QStyle::State_Selected;
    const auto cell = styleOf(index);
    auto area = opt.rect.adjusted(padding, 0, -padding, 0);
    painter->save();
    painter->setClipRect(opt.rect);
    if (cell.shape != tables::Shape::None) {
        const QRect icon(opt.direction == Qt::RightToLeft ? area.right() - size::icon : area.left(), area.top(),
                         size::icon, area.height());
        m_theme.icons().paint(*painter, icon, cell.shape, m_theme.textOn(cell.icon, selected));
        if (opt.direction == Qt::RightToLeft)
            area.setRight(icon.left() - afterIcon);
        else
            area.setLeft(icon.right() + afterIcon);
    }
    auto f = opt.font;
    if (index.column() == m_bold) f.setBold(true);
    painter->setFont(f);
    painter->setPen(m_theme.textOn(cell.text, selected));
    const auto shown = QFontMetrics(f).elidedText(text, m_elide.value(index.column(), Qt::ElideRight), area.width());
    painter->drawText(area, int(QStyle::visualAlignment(opt.direction, opt.displayAlignment)) | Qt::TextSingleLine,
                      shown);
    painter->restore();
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    auto f = option.font;
    if (index.column() == m_bold) f.setBold(true);
    auto width = QFontMetrics(f).horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * padding + 2;
    const auto shape = index.data(tables::ShapeRole);
    if (shape.isValid() && shape.toInt() != int(tables::Shape::None)) width += size::icon + afterIcon;
    return {width, rowHeight(option.font)};
}

} // namespace drydock::ui
