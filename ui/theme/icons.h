// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Draws the icon of a shape in any colour, sharp at every scale, and caches the result.
#pragma once

#include "model/tables/roles.h"

#include <QHash>
#include <QIcon>
#include <QPixmap>

class QPainter;

namespace drydock::ui {

class Icons
{
public:
    // Returns the name of the drawing in resources/icons, without its suffix; empty for Shape::None.
    [[nodiscard]] static const char* fileOf(tables::Shape shape) noexcept;

    // `size` is in device-independent pixels, `ratio` is the device pixel ratio. Returns a null pixmap for Shape::None.
    [[nodiscard]] QPixmap pixmap(tables::Shape shape, const QColor& color, int size, qreal ratio) const;
    // Draws the icon in the middle of `rect`. `size` is in device-independent pixels.
    void paint(QPainter& painter, const QRect& rect, tables::Shape shape, const QColor& color, int size = 16) const;
    // Draws the icon rotated clockwise about its centre.
    void paintTurned(QPainter& painter, const QRect& rect, tables::Shape shape, const QColor& color,
                     qreal degrees) const;
    // Returns an icon that is drawn anew for each size and scale.
    [[nodiscard]] QIcon icon(tables::Shape shape, const QColor& color) const;

private:
    mutable QHash<QString, QPixmap> m_cache;
};

// Returns the program's own icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace drydock::ui
