// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/theme/flat_primitives.h"

#include "ui/theme/flat_style.h"
#include "ui/theme/sizes.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace drydock::ui::flat {

QColor line(const QPalette& p) { return p.color(QPalette::Mid); }
QColor accent(const QPalette& p) { return p.color(QPalette::Link); }

bool keyboardFocus(const QStyleOption& option)
{
    return option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
}

QColor mixed(const QColor& a, const QColor& b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share, a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

void roundedPanel(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border, int width, int radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, width));
    painter.setBrush(fill);
    const auto half = width / 2.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

void buttonPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget)
{
    const auto& p = option.palette;
    const bool enabled = option.state & QStyle::State_Enabled;
    auto fill = p.color(QPalette::Base);
    auto border = line(p);
    if (isPrimary(widget) && enabled) fill = border = accent(p);
    if (enabled && option.state & QStyle::State_Sunken)
        fill = mixed(fill, p.color(QPalette::Text), 0.15F);
    else if (enabled && option.state & QStyle::State_MouseOver)
        fill = mixed(fill, p.color(QPalette::Text), 0.06F);
    if (!enabled) fill = p.color(QPalette::Window);
    const bool focus = keyboardFocus(option);
    if (focus) border = isPrimary(widget) ? p.color(QPalette::Text) : accent(p);
    roundedPanel(painter, option.rect, fill, border, focus ? focusWidth : lineWidth, size::controlRadius);
}

void linePanel(QPainter& painter, const QStyleOption& option)
{
    const bool focus = option.state & QStyle::State_HasFocus;
    roundedPanel(painter, option.rect, option.palette.color(QPalette::Base),
                 focus ? accent(option.palette) : line(option.palette), focus ? focusWidth : lineWidth,
                 size::controlRadius);
}

void linkLabel(const QStyleOptionButton& button, QPainter& painter, const QStyle& style)
{
    painter.save();
    auto f = painter.font();
    f.setBold(true);
    painter.setFont(f);
    auto p = button.palette;
    p.setColor(QPalette::ButtonText, accent(p));
    const bool enabled = button.state & QStyle::State_Enabled;
    style.drawItemText(&painter, button.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, p, enabled,
                       button.text, enabled ? QPalette::ButtonText : QPalette::PlaceholderText);
    painter.restore();
}

QSize linkSize(const QStyleOptionButton& button, const QWidget* widget)
{
    auto bold = widget ? widget->font() : QFont();
    bold.setBold(true);
    return QFontMetrics(bold).size(Qt::TextShowMnemonic, button.text) + QSize(2, size::inControl);
}

bool isLink(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    return button && button->features & QStyleOptionButton::Flat;
}

void checkBox(QPainter& painter, const QStyleOption& option)
{
    const auto& p = option.palette;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool focus = keyboardFocus(option);
    const auto border = on || focus ? accent(p) : p.color(QPalette::PlaceholderText);
    roundedPanel(painter, option.rect, on ? accent(p) : p.color(QPalette::Base), border, focus ? focusWidth : lineWidth,
                 3);
    if (!on) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(p.color(QPalette::Base), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) {
        return QPointF(option.rect.left() + option.rect.width() * x, option.rect.top() + option.rect.height() * y);
    };
    painter.drawPolyline(QPolygonF({at(0.25, 0.55), at(0.44, 0.72), at(0.76, 0.32)}));
    painter.restore();
}

void focusFrame(QPainter& painter, const QStyleOption& option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accent(option.palette), lineWidth));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), size::controlRadius,
                            size::controlRadius);
    painter.restore();
}

void sortMark(QPainter& painter, const QStyleOptionHeader& header)
{
    if (header.sortIndicator == QStyleOptionHeader::None) return;
    const QRectF r(header.rect);
    // The triangle points up when the order is ascending.
    const bool up = header.sortIndicator == QStyleOptionHeader::SortDown;
    const auto tip = up ? r.top() : r.bottom();
    const auto foot = up ? r.bottom() : r.top();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(header.palette.color(QPalette::PlaceholderText));
    painter.drawPolygon(QPolygonF({QPointF(r.left(), foot), QPointF(r.right(), foot), QPointF(r.center().x(), tip)}));
    painter.restore();
}

} // namespace drydock::ui::flat
