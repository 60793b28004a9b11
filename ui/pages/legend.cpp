// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/legend.h"

#include "model/tables/shapes.h"
#include "ui/theme/sizes.h"

#include <QPainter>

#include <array>

namespace drydock::ui {
namespace {

using tables::Shape;

constexpr std::array shapesShown{Shape::CopyMounted, Shape::CopyHealthy, Shape::CopyBehind, Shape::CopyFailed,
                                 Shape::CopyMoving};
constexpr int iconSize = 12;

int widthOf(Shape shape, const QFontMetrics& metrics)
{
    return iconSize + size::inControl + metrics.horizontalAdvance(tables::wordOf(shape)) + size::betweenControls;
}

} // namespace

Legend::Legend(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Legend::sizeHint() const
{
    const QFontMetrics metrics(ui::font(Type::Secondary));
    int width = 0;
    for (const auto shape : shapesShown)
        width += widthOf(shape, metrics);
    return {width, std::max(metrics.height(), iconSize)};
}

bool Legend::fits() const { return contentsRect().width() >= sizeHint().width(); }

void Legend::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    emit fitsChanged(fits());
}

void Legend::paintEvent(QPaintEvent*)
{
    if (!fits()) return;
    QPainter painter(this);
    painter.setFont(ui::font(Type::Secondary));
    int x = contentsRect().right() + 1 - sizeHint().width() + size::betweenControls;
    for (const auto shape : shapesShown) {
        m_theme.icons().paint(painter, QRect(x, 0, iconSize, height()), shape, m_theme.color(Role::Muted), iconSize);
        painter.setPen(m_theme.color(Role::Muted));
        painter.drawText(QRect(x + iconSize + size::inControl, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                         tables::wordOf(shape));
        x += widthOf(shape, painter.fontMetrics());
    }
}

} // namespace drydock::ui
