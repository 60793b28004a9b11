// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A message says the same on a page and in a bar.
#include "tests/support/qt_test.h"
#include "ui/widgets/inline_message.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>

#include <gtest/gtest.h>

namespace drydock::ui {
namespace {

using Place = InlineMessage::Place;

class Message : public ::testing::TestWithParam<Place>
{
protected:
    QAbstractButton& button(const char* name) { return *message.findChild<QAbstractButton*>(QLatin1String(name)); }

    Theme theme{Theme::Mode::Light};
    InlineMessage message{theme, GetParam()};
    const ErrorText text{QStringLiteral("It failed"), QStringLiteral("Nothing was sent."), {}, QStringLiteral("401")};
};

TEST_P(Message, ItsDetailsUnfoldAndAreCopiedWithIt)
{
    message.setText(text);
    message.show();
    auto* details = message.findChild<QPlainTextEdit*>();
    EXPECT_FALSE(details->isVisible());
    button("toggleDetails").click();
    EXPECT_TRUE(details->isVisible());
    EXPECT_EQ(details->toPlainText(), text.details);
    button("copyMessage").click();
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("It failed\nNothing was sent.\n401"));
    EXPECT_EQ(message.accessibleName(), text.heading);
    EXPECT_EQ(message.accessibleDescription(), text.meaning);
}

TEST_P(Message, WithoutDetailsThereIsNothingToUnfold)
{
    message.setText(text);
    button("toggleDetails").setChecked(true);
    message.setText({text.heading, text.meaning, text.meaning, {}});
    message.show();
    EXPECT_FALSE(button("toggleDetails").isVisible());
    EXPECT_FALSE(message.findChild<QPlainTextEdit*>()->isVisible());
}

INSTANTIATE_TEST_SUITE_P(InBothPlaces, Message, ::testing::Values(Place::Bar, Place::Page));

TEST(Message, ABarIsDismissedAndAPageOffersChoices)
{
    const Theme theme(Theme::Mode::Light);
    InlineMessage bar(theme, Place::Bar);
    QSignalSpy dismissed(&bar, &InlineMessage::dismissed);
    bar.findChild<QPushButton*>(QStringLiteral("dismiss"))->click();
    EXPECT_EQ(dismissed.size(), 1);

    InlineMessage page(theme, Place::Page);
    EXPECT_TRUE(page.isHidden());
    EXPECT_FALSE(page.findChild<QPushButton*>(QStringLiteral("dismiss")));
    const auto* first = page.addChoice(QStringLiteral("Try again"), QStringLiteral("first"));
    const auto* second = page.addChoice(QStringLiteral("Undo"), QStringLiteral("second"));
    page.setText({QStringLiteral("It failed"), {}, {}, QStringLiteral("401")});
    page.resize(600, 200);
    page.show();
    EXPECT_LT(first->geometry().right(), second->geometry().left());
    EXPECT_LT(second->geometry().right(), page.findChild<QAbstractButton*>(QStringLiteral("toggleDetails"))->x());
}

} // namespace
} // namespace drydock::ui
