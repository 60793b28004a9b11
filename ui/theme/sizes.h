// Distances on the 4 px grid and the type scale: sizes in device-independent pixels, text from the system's font.
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

enum class Type { Body, BodyBold, Secondary, Heading, Figure, Command };

// The application's font at that place of the scale; Command is the system's fixed font.
[[nodiscard]] QFont font(Type type);
// Height of a table's row: font height + 10.
[[nodiscard]] int rowHeight(const QFont& font);
// Width of `count` average characters in the widget's font.
[[nodiscard]] int textWidth(const QWidget& widget, int count);

} // namespace drydock::ui
