// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/tree_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace drydock::ui {

void TreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem opt(option);
    initStyleOption(&opt, index);
    opt.text.clear();
    const auto* style = opt.widget ? opt.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &opt, painter, opt.widget);
    const bool selected = opt.state & QStyle::State_Selected;
    const bool stale = opt.widget && opt.widget->property(staleProperty).toBool();
    const auto shape = static_cast<tables::Shape>(index.data(tables::ShapeRole).toInt());
    auto area = opt.rect.adjusted(size::inControl, 0, -size::betweenControls, 0);
    painter->save();
    const QRect icon(area.left(), area.top(), size::icon, area.height());
    m_theme.icons().paint(*painter, icon, shape, m_theme.textOn(stale ? Role::Muted : Theme::roleOf(shape), selected),
                          size::icon - 2);
    area.setLeft(icon.right() + size::betweenControls);
    const auto state = index.data(StateRole).toString();
    painter->setFont(ui::font(Type::Secondary));
    painter->setPen(m_theme.textOn(Role::Muted, selected));
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, state);
    area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(state) - size::betweenControls);
    painter->setFont(ui::font(index.parent().isValid() ? Type::Body : Type::BodyBold));
    painter->setPen(m_theme.textOn(Role::Text, selected));
    const auto name = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, area.width());
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    painter->restore();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight(option.font)};
}

} // namespace drydock::ui
