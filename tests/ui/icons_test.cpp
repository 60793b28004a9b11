// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/qt_test.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QImage>

#include <gtest/gtest.h>

using namespace drydock::ui;
using drydock::tables::Shape;

namespace {

constexpr int shapes = static_cast<int>(Shape::CheckBlock) + 1;

int inked(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 128) ++count;
    return count;
}

TEST(Icons, EveryShapeHasAFileThatDrawsSomething)
{
    const Icons icons;
    for (int i = static_cast<int>(Shape::None) + 1; i < shapes; ++i) {
        const auto shape = static_cast<Shape>(i);
        EXPECT_TRUE(QFile::exists(QStringLiteral(":/icons/%1-16.png").arg(QLatin1String(Icons::fileOf(shape))))) << i;
        const auto image = icons.pixmap(shape, Qt::black, 16, 1.0).toImage();
        EXPECT_GT(inked(image), 8) << i;
        EXPECT_LT(inked(image), 250) << i;
    }
    EXPECT_TRUE(icons.pixmap(Shape::None, Qt::black, 16, 1.0).isNull());
}

// The shapes that can stand in one column are different pictures, also in black and white.
TEST(Icons, ShapesOfOneColumnDiffer)
{
    const Icons icons;
    const auto differ = [&](Shape first, Shape last) {
        for (int a = static_cast<int>(first); a <= static_cast<int>(last); ++a)
            for (int b = a + 1; b <= static_cast<int>(last); ++b)
                EXPECT_NE(icons.pixmap(static_cast<Shape>(a), Qt::black, 16, 1.0).toImage(),
                          icons.pixmap(static_cast<Shape>(b), Qt::black, 16, 1.0).toImage())
                    << a << " and " << b;
    };
    differ(Shape::CopyMounted, Shape::CopyUnknown);
    differ(Shape::ServerServing, Shape::ServerUnreachable);
    differ(Shape::StepDone, Shape::StepUnknown);
    differ(Shape::CheckPass, Shape::CheckBlock);
}

TEST(Icons, AreDrawnInTheColourAskedFor)
{
    const Icons icons;
    const auto image = icons.pixmap(Shape::CopyMounted, QColor(10, 92, 173), 16, 1.0).toImage();
    EXPECT_EQ(image.pixelColor(8, 8), QColor(10, 92, 173));
}

TEST(Icons, AreSharpAtEveryScale)
{
    const Icons icons;
    for (const auto ratio : {1.0, 1.5, 2.0}) {
        const auto pixmap = icons.pixmap(Shape::CopyHealthy, Qt::black, 16, ratio);
        EXPECT_EQ(pixmap.size(), QSize(qRound(16 * ratio), qRound(16 * ratio)));
        EXPECT_DOUBLE_EQ(pixmap.devicePixelRatio(), ratio);
        EXPECT_EQ(pixmap.deviceIndependentSize().toSize(), QSize(16, 16));
        EXPECT_EQ(qAlpha(pixmap.toImage().pixel(qRound(8 * ratio), qRound(8 * ratio))), 0); // a ring is empty inside
    }
    EXPECT_EQ(icons.icon(Shape::CopyHealthy, Qt::black).pixmap(QSize(24, 24)).size(), QSize(24, 24));
}

} // namespace
