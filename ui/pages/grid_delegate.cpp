// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/grid_delegate.h"

#include "ui/theme/sizes.h"

#include <QPainter>

namespace drydock::ui {
namespace {

constexpr int leastForWord = 60;

} // namespace

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, m_theme.color(Role::Selection));
    else
        painter->fillRect(option.rect, m_theme.color(index.row() % 2 == 1 ? Role::Alternate : Role::Base));
    const auto shape = static_cast<tables::Shape>(index.data(tables::ShapeRole).toInt());
    auto icon = Theme::roleOf(shape);
    auto word = Role::Muted;
    const auto severity = index.data(tables::CellSeverityRole);
    if (severity.isValid()) {
        const auto s = static_cast<domain::Severity>(severity.toInt());
        if (s > domain::Severity::Info) icon = word = Theme::roleOf(s);
    }
    if (shape == tables::Shape::CopyMoving) icon = word = Role::Maintenance;
    if (index.data(tables::StaleRole).toBool()) icon = word = Role::Muted;
    auto area = option.rect.adjusted(size::betweenControls, 0, -size::inControl, 0);
    const QRect place(area.left(), area.top(), size::icon, area.height());
    m_theme.icons().paint(*painter, place, shape, m_theme.textOn(icon, selected), size::icon - 2);
    if (shape == tables::Shape::Dash || option.rect.width() < leastForWord) return;
    area.setLeft(place.right() + 6);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(m_theme.textOn(word, selected));
    const auto text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width());
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    painter->restore();
}

} // namespace drydock::ui
