// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The distances of the 4 px grid and the fonts of the type scale. Sizes are in device-independent pixels.
#pragma once

#include <QFont>

class QWidget;

namespace drydock::ui {

namespace size {
inline constexpr int inControl = 4;
inline constexpr int betweenControls = 8;
inline constexpr int inCard = 12;
inline constexpr int betweenGroups = 16;
inline constexpr int pageEdge = 24;
inline constexpr int cardRadius = 6;
inline constexpr int controlRadius = 4;
inline constexpr int icon = 16;
} // namespace size

enum class Type { Body, BodyBold, Secondary, Heading, Metric, Command };

// Returns the application's font in the size and weight of `type`. Command is the system's fixed-width font.
[[nodiscard]] QFont font(Type type);
// Returns the height of a table row: the height of the font + 10 px.
[[nodiscard]] int rowHeight(const QFont& font);
// Returns the width of `count` average characters in the widget's font.
[[nodiscard]] int textWidth(const QWidget& widget, int count);

} // namespace drydock::ui
