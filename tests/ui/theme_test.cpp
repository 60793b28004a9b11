// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/qt_test.h"
#include "ui/theme/flat_style.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QStyleOption>
#include <QTimeEdit>

#include <gtest/gtest.h>

using namespace drydock::ui;
using drydock::domain::Severity;

namespace {

class ThemeTest : public ::testing::TestWithParam<Theme::Mode>
{
};

// visual.md: 4.5:1 against window, base, alternate row and selection.
TEST_P(ThemeTest, TextHasEnoughContrastOnEverySurface)
{
    const Theme theme(GetParam());
    for (const auto text :
         {Role::Text, Role::Muted, Role::Ok, Role::Info, Role::Warning, Role::Critical, Role::Maintenance})
        for (const auto surface : {Role::Window, Role::Base, Role::Alternate, Role::Selection})
            EXPECT_GE(contrast(theme.color(text), theme.color(surface)), 4.5)
                << "role " << static_cast<int>(text) << " on " << static_cast<int>(surface);
    EXPECT_GE(contrast(theme.color(Role::PrimaryText), theme.color(Role::Primary)), 4.5);
}

TEST_P(ThemeTest, SelectionKeepsTheTextColour)
{
    const Theme theme(GetParam());
    const auto p = theme.palette();
    EXPECT_EQ(p.color(QPalette::HighlightedText), theme.color(Role::Text));
    EXPECT_EQ(p.color(QPalette::Highlight), theme.color(Role::Selection));
    EXPECT_EQ(theme.textOn(Role::Critical, true), theme.color(Role::Critical));
    EXPECT_GE(contrast(p.color(QPalette::Disabled, QPalette::Text), p.color(QPalette::Disabled, QPalette::Window)),
              4.5);
}

TEST_P(ThemeTest, NoOtherSeverityHasTheColourOfOk)
{
    const Theme theme(GetParam());
    for (const auto severity :
         {Severity::Info, Severity::Maintenance, Severity::Unknown, Severity::Warning, Severity::Critical})
        EXPECT_NE(theme.color(severity), theme.color(Severity::Ok));
}

INSTANTIATE_TEST_SUITE_P(Modes, ThemeTest, ::testing::Values(Theme::Mode::Light, Theme::Mode::Dark));

TEST(Theme, AppliesItsPaletteAndSignalsAChange)
{
    Theme theme(Theme::Mode::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.apply();
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), theme.color(Role::Base));
    EXPECT_TRUE(qobject_cast<FlatStyle*>(QApplication::style()));
    theme.setMode(Theme::Mode::Dark);
    EXPECT_TRUE(theme.dark());
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), theme.color(Role::Base));
    EXPECT_EQ(changed.count(), 2);
}

TEST(Theme, FollowsTheLightnessOfTheSystem)
{
    Theme theme(Theme::Mode::System);
    theme.apply();
    EXPECT_FALSE(theme.dark()); // the offscreen platform is light
    EXPECT_FALSE(theme.highContrast());
}

TEST(FlatStyleSizes, AFieldWithButtonsShowsItsWholeText)
{
    Theme theme(Theme::Mode::Light);
    theme.apply();
    QTimeEdit time(QTime(4, 0));
    time.setFont(QFont(QStringLiteral("Noto Sans"), 10)); // that of the pictures
    time.setDisplayFormat(QStringLiteral("HH:mm"));
    time.resize(time.sizeHint());
    time.show();
    const auto* line = time.findChild<QLineEdit*>();
    QStyleOptionFrame option;
    option.initFrom(line);
    const auto room = line->style()->subElementRect(QStyle::SE_LineEditContents, &option, line);
    constexpr int margins = 2 * 2 + 1; // QLineEdit's own on both sides, and the cursor
    EXPECT_GE(room.width() - margins, line->fontMetrics().horizontalAdvance(line->text()));
}

TEST(Contrast, FollowsWcag)
{
    EXPECT_NEAR(contrast(Qt::white, Qt::black), 21.0, 0.01);
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1.0, 0.01);
}

} // namespace
