// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/theme/sizes.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QWidget>

namespace drydock::ui {

QFont font(Type type)
{
    const auto scaled = [](double factor, bool bold) {
        auto f = QApplication::font();
        if (f.pointSizeF() > 0)
            f.setPointSizeF(f.pointSizeF() * factor);
        else
            f.setPixelSize(qRound(f.pixelSize() * factor));
        f.setBold(bold);
        return f;
    };
    switch (type) {
    case Type::Body:
        return scaled(1.0, false);
    case Type::BodyBold:
        return scaled(1.0, true);
    case Type::Secondary:
        return scaled(0.9, false);
    case Type::Heading:
        return scaled(1.45, true);
    case Type::Metric:
        return scaled(1.85, true);
    case Type::Command:
        return QFontDatabase::systemFont(QFontDatabase::FixedFont);
    }
    return QApplication::font();
}

int rowHeight(const QFont& font) { return QFontMetrics(font).height() + 10; }

int textWidth(const QWidget& widget, int count) { return widget.fontMetrics().averageCharWidth() * count; }

} // namespace drydock::ui
