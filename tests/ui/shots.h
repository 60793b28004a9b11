// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Pictures of windows for the eye, and a check for the machine: drawn at a size, scale and theme, not blank.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

namespace drydock::tests {

// Draws the window at that size (device-independent pixels) and scale, saves it as build/…/shots/NAME.png.
QImage shoot(QWidget& window, const QString& name, QSize size, qreal scale = 1.0);
// How many different colours are in the picture: a blank one has one or two.
[[nodiscard]] int colours(const QImage& image);

} // namespace drydock::tests
