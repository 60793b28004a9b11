// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The drawing functions of FlatStyle: panels, filled buttons, links, check boxes, focus frames and the sort mark.
#pragma once

#include <QColor>
#include <QPalette>
#include <QStyleOption>

class QPainter;
class QStyle;

namespace drydock::ui::flat {

inline constexpr int lineWidth = 1;  // px
inline constexpr int focusWidth = 2; // px

[[nodiscard]] QColor line(const QPalette& palette);
[[nodiscard]] QColor accent(const QPalette& palette);
// Returns the blend of both colours. `share` is the part of `b`, from 0 to 1.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, float share);
// Returns whether the control got its focus by the keyboard. Focus by a click is not drawn.
[[nodiscard]] bool keyboardFocus(const QStyleOption& option);

void roundedPanel(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border, int width,
                  int radius);
void buttonPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void linePanel(QPainter& painter, const QStyleOption& option);
void focusFrame(QPainter& painter, const QStyleOption& option);
void checkBox(QPainter& painter, const QStyleOption& option);
// Draws the triangle of the sorted column in the whole rectangle of `header`.
void sortMark(QPainter& painter, const QStyleOptionHeader& header);

// A flat button is drawn as a link: bold text in the accent colour without a frame.
[[nodiscard]] bool isLink(const QStyleOption* option);
void linkLabel(const QStyleOptionButton& button, QPainter& painter, const QStyle& style);
[[nodiscard]] QSize linkSize(const QStyleOptionButton& button, const QWidget* widget);

} // namespace drydock::ui::flat
