// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/ui/shots.h"

#include "tests/support/paths.h"
#include "tests/support/qt_test.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QSet>

namespace drydock::tests {

namespace {

// Layouts answer a resize with events, and those with others: settled is when nothing has moved in between.
void waitUntilSettled(const QWidget& window)
{
    QList<QRect> before;
    (void)waitUntil([&] {
        QList<QRect> now;
        for (const auto* widget : window.findChildren<QWidget*>())
            if (widget->isVisible()) now += widget->geometry();
        const bool same = now == before;
        before = now;
        return same;
    });
}

} // namespace

QImage shoot(QWidget& window, const QString& name, QSize size, qreal scale)
{
    window.resize(size);
    if (!window.isVisible()) {
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
    }
    waitUntilSettled(window);
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    window.render(&image);
    const QDir folder(programFolder() / "../shots");
    folder.mkpath(QStringLiteral("."));
    image.save(folder.filePath(name + QStringLiteral(".png")));
    return image;
}

int colours(const QImage& image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    return int(seen.size());
}

} // namespace drydock::tests
