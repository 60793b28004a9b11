// One SVG a shape, tinted with the colour asked for, sharp at every scale; drawn once and kept.
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
    // The file of a shape under :/icons, without suffix; empty for Shape::None.
    [[nodiscard]] static const char* fileOf(tables::Shape shape) noexcept;

    // `size` in device-independent pixels, drawn at `ratio` device pixels each; a null pixmap for Shape::None.
    [[nodiscard]] QPixmap pixmap(tables::Shape shape, const QColor& color, int size, qreal ratio) const;
    // Draws into the middle of `rect`, as large as `size`.
    void paint(QPainter& painter, const QRect& rect, tables::Shape shape, const QColor& color, int size = 16) const;
    // The same turned about its middle, clockwise.
    void paintTurned(QPainter& painter, const QRect& rect, tables::Shape shape, const QColor& color,
                     qreal degrees) const;
    // Draws itself anew at each size and scale.
    [[nodiscard]] QIcon icon(tables::Shape shape, const QColor& color) const;

private:
    mutable QHash<QString, QPixmap> m_cache;
};

// The program's own icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace drydock::ui
