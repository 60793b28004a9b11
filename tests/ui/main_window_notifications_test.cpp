// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the dialog of notifications makes of its fields, and what it refuses.
#include "tests/support/qt_test.h"
#include "tests/ui/window_bench.h"
#include "ui/pages/notifications_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using namespace drydock::ui;

namespace {

struct Notifications : ::testing::Test {
    WindowBench bench;
    NotificationsDialog dialog{bench.theme, {}, false};

    template <class Widget> Widget* child(const char* name)
    {
        return dialog.findChild<Widget*>(QString::fromLatin1(name));
    }
    void type(const char* field, const char* text) { child<QLineEdit>(field)->setText(QString::fromLatin1(text)); }
};

TEST_F(Notifications, WhatIsTypedIsChosen)
{
    type("webhook", " https://hooks.example.org/a ");
    type("header", "Authorization");
    type("headerValue", "Bearer x");
    type("program", "/usr/bin/true");
    child<QComboBox>("format")->setCurrentIndex(2);
    const auto receivers = dialog.receivers();
    EXPECT_EQ(receivers.webhook, QUrl(QStringLiteral("https://hooks.example.org/a")));
    EXPECT_EQ(receivers.format, tables::WebhookFormat::Slack);
    EXPECT_EQ(receivers.header, QStringLiteral("Authorization"));
    EXPECT_EQ(receivers.program, QStringLiteral("/usr/bin/true"));
    EXPECT_EQ(dialog.headerValue().reveal(), "Bearer x");
}

TEST_F(Notifications, WhatGoesOutIsShownInTheChosenFormat)
{
    type("webhook", "https://hooks.example.org/a");
    EXPECT_TRUE(child<QPlainTextEdit>("body")->toPlainText().contains(QStringLiteral("\"event\":\"test\"")));
    child<QComboBox>("format")->setCurrentIndex(1);
    EXPECT_TRUE(child<QPlainTextEdit>("body")->toPlainText().contains(QStringLiteral("AdaptiveCard")));
}

TEST_F(Notifications, AnAddressThatIsNotSafeIsRefusedInWords)
{
    dialog.show();
    type("webhook", "http://hooks.example.org/a");
    const QSignalSpy tested(&dialog, &NotificationsDialog::testRequested);
    child<QPushButton>("testWebhook")->click();
    EXPECT_EQ(tested.count(), 0);
    dialog.accept();
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_TRUE(child<QLabel>("result")->text().contains(QStringLiteral("https://")))
        << child<QLabel>("result")->text().toStdString();
}

TEST_F(Notifications, ATestIsOfOneReceiver)
{
    type("webhook", "https://hooks.example.org/a");
    type("program", "/usr/bin/true");
    QSignalSpy tested(&dialog, &NotificationsDialog::testRequested);
    child<QPushButton>("testProgram")->click();
    ASSERT_EQ(tested.count(), 1);
    EXPECT_TRUE(tested[0][0].value<controllers::NotificationReceivers>().webhook.isEmpty());
    child<QPushButton>("testWebhook")->click();
    ASSERT_EQ(tested.count(), 2);
    EXPECT_TRUE(tested[1][0].value<controllers::NotificationReceivers>().program.isEmpty());
}

} // namespace
