// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/grid_header_view.h"

#include "model/tables/overview_grid_model.h"
#include "ui/theme/sizes.h"

#include <QPainter>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int leastName = 96;
constexpr int mostName = 200;
constexpr int narrow = 80; // px; a narrower header shows the name below the icon, elided

} // namespace

GridHeaderView::GridHeaderView(const Theme& theme, Qt::Orientation orientation, QWidget* parent)
    : QHeaderView(orientation, parent), m_theme(theme)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

QSize GridHeaderView::sizeHint() const
{
    if (orientation() == Qt::Horizontal)
        return {QHeaderView::sizeHint().width(), QFontMetrics(ui::font(Type::BodyBold)).height() +
                                                     QFontMetrics(ui::font(Type::Secondary)).height() + size::inCard};
    const QFontMetrics bold(ui::font(Type::BodyBold));
    int widest = leastName;
    for (int i = 0; i < std::min(count(), 200); ++i)
        widest = std::max(widest, bold.horizontalAdvance(model()->headerData(i, orientation()).toString()) +
                                      3 * size::betweenControls);
    return {std::min(widest, mostName), QHeaderView::sizeHint().height()};
}

QSize GridHeaderView::sectionSizeFromContents(int) const { return {leastName, rowHeight(font())}; }

void GridHeaderView::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (!rect.isValid()) return;
    painter->save();
    if (orientation() == Qt::Horizontal)
        paintServer(*painter, rect, logicalIndex);
    else
        paintDatabase(*painter, rect, logicalIndex);
    painter->restore();
}

void GridHeaderView::paintServer(QPainter& painter, const QRect& rect, int section) const
{
    painter.fillRect(rect, m_theme.color(Role::Base));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(Role::Line));
    const auto shape =
        static_cast<tables::Shape>(model()->headerData(section, orientation(), tables::ShapeRole).toInt());
    const bool stale = model()->headerData(section, orientation(), tables::StaleRole).toBool();
    auto area = rect.adjusted(size::betweenControls, 0, -size::inControl, -size::inControl);
    const QFontMetrics bold(ui::font(Type::BodyBold));
    const QRect icon(area.left(), area.top(), size::icon, bold.height() + 2);
    m_theme.icons().paint(painter, icon, shape, m_theme.color(stale ? Role::Muted : Theme::roleOf(shape)));
    const auto name = model()->headerData(section, orientation()).toString();
    if (rect.width() < narrow) { // the name stands below the icon
        painter.setFont(ui::font(Type::Secondary));
        painter.setPen(m_theme.color(Role::Text));
        const auto below = area.adjusted(-size::inControl, bold.height() + 2, size::inControl, 0);
        painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(name, Qt::ElideMiddle, below.width()));
        return;
    }
    area.setLeft(icon.right() + 6);
    painter.setFont(ui::font(Type::BodyBold));
    painter.setPen(m_theme.color(Role::Text));
    const QRect first(area.left(), area.top(), area.width(), bold.height() + 2);
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, bold.elidedText(name, Qt::ElideMiddle, area.width()));
    painter.setFont(ui::font(Type::Secondary));
    painter.setPen(m_theme.color(Role::Muted));
    const QRect second(icon.left(), first.bottom(), rect.right() - icon.left() - size::inControl,
                       area.bottom() - first.bottom());
    const auto subtitle =
        model()->headerData(section, orientation(), tables::OverviewGridModel::SubtitleRole).toString();
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(subtitle, Qt::ElideRight, second.width()));
}

void GridHeaderView::paintDatabase(QPainter& painter, const QRect& rect, int section) const
{
    painter.fillRect(rect, m_theme.color(visualIndex(section) % 2 == 1 ? Role::Alternate : Role::Base));
    painter.setFont(ui::font(Type::BodyBold));
    painter.setPen(m_theme.color(Role::Text));
    const auto area = rect.adjusted(size::inCard, 0, -size::inControl, 0);
    const auto name = painter.fontMetrics().elidedText(model()->headerData(section, orientation()).toString(),
                                                       Qt::ElideMiddle, area.width());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, name);
}

} // namespace drydock::ui
