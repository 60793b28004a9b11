// Labels as the wizard uses them: always plain text, sized by the type scale, wrapping; muted ones follow the palette.
#pragma once

#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QLabel>

namespace drydock::ui {

// Plain text in that type; wraps.
[[nodiscard]] QLabel* makeLabel(const QString& text, Type type = Type::Body);
// The same, muted.
[[nodiscard]] QLabel* makeMuted(const QString& text, Type type = Type::Secondary);
// A line of commands or raw values in the fixed font; can be selected and copied.
[[nodiscard]] QLabel* makeCommand(const QString& text);

// A thin line between two things in a card.
[[nodiscard]] QWidget* makeRule();

} // namespace drydock::ui
