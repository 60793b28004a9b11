// What the flat style paints its controls of: panels, the filled button, the link, the tick.
#pragma once

#include <QColor>
#include <QPalette>
#include <QStyleOption>

class QPainter;
class QStyle;

namespace drydock::ui::flat {

inline constexpr int lineWidth = 1;
inline constexpr int focusWidth = 2;

[[nodiscard]] QColor line(const QPalette& palette);
[[nodiscard]] QColor accent(const QPalette& palette);
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, float share);
// Focus that came by the keyboard; a click shows none.
[[nodiscard]] bool keyboardFocus(const QStyleOption& option);

void roundedPanel(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border, int width,
                  int radius);
void buttonPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void linePanel(QPainter& painter, const QStyleOption& option);
void focusFrame(QPainter& painter, const QStyleOption& option);
void checkBox(QPainter& painter, const QStyleOption& option);
// The sorted column's mark: a small triangle, beside the title.
void sortMark(QPainter& painter, const QStyleOptionHeader& header);

// A flat button is a link: bold, in the accent, nothing around it.
[[nodiscard]] bool isLink(const QStyleOption* option);
void linkLabel(const QStyleOptionButton& button, QPainter& painter, const QStyle& style);
[[nodiscard]] QSize linkSize(const QStyleOptionButton& button, const QWidget* widget);

} // namespace drydock::ui::flat
