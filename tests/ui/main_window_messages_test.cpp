// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Errors in the main window: each stands once with how often and when, and goes when what it is about works again.
#include "tests/support/qt_test.h"
#include "tests/ui/window_bench.h"
#include "ui/message_area.h"
#include "ui/pages/connect_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using namespace drydock::ui;

namespace {

domain::Error unreachable(const char* detail)
{
    return {domain::ErrorKind::Unreachable, "connect to mail2", detail, 0, nullptr};
}

struct Messages : ::testing::Test {
    MessageArea& area() { return *bench.window->findChild<MessageArea*>(); }
    QString when() { return area().findChild<TextLabel*>(QStringLiteral("when"))->text(); }
    WindowBench bench;
};

TEST_F(Messages, TheSameErrorWithOtherDetailsIsCounted)
{
    bench.window->showError(unreachable("connection refused, request 1"));
    EXPECT_FALSE(when().isEmpty());
    EXPECT_FALSE(when().contains(QStringLiteral("times")));
    bench.clock.advance(std::chrono::minutes(1));
    bench.window->showError(unreachable("connection refused, request 2"));
    bench.window->showError(unreachable("connection refused, request 3"));
    EXPECT_EQ(area().count(), 1);
    EXPECT_TRUE(when().startsWith(QStringLiteral("3 times, last at "))) << when().toStdString();
    EXPECT_TRUE(area().findChild<InlineMessage*>()->text().details.contains(QStringLiteral("request 3")));
    bench.window->showError({domain::ErrorKind::Quota, "connect to mail2", "", 0, nullptr});
    EXPECT_EQ(area().count(), 2);
}

TEST_F(Messages, AConnectionErrorDisappearsWhenAConnectionIsMade)
{
    bench.gateway->failOpen(unreachable("connection refused"));
    bench.connection.connectTo({}, {});
    ASSERT_TRUE(waitUntil([&] { return area().count() == 1; }));
    bench.window->showError({domain::ErrorKind::Storage, "save settings", "disk full", 0, nullptr});
    bench.gateway->failOpen({});
    bench.connect();
    EXPECT_EQ(area().count(), 1) << "what is about something else stays";
    EXPECT_TRUE(area().findChild<InlineMessage*>()->text().heading.contains(QStringLiteral("save settings")));
}

TEST_F(Messages, ARefreshErrorDisappearsWhenTheNextRefreshSucceeds)
{
    bench.connect();
    bench.gateway->failReads(unreachable("connection refused"));
    bench.refresh();
    EXPECT_EQ(area().count(), 1);
    bench.gateway->failReads({});
    bench.refresh();
    EXPECT_EQ(area().count(), 0);
    EXPECT_FALSE(area().isVisible());
}

TEST_F(Messages, TheConnectDialogFocusesTheFirstMissingValue)
{
    ports::ConnectionProfile profile;
    profile.url = QStringLiteral("https://mail/PowerShell/");
    profile.scheme = ports::AuthenticationScheme::Basic;
    profile.user = QStringLiteral("LAB\\admin");
    bench.window->setProfiles({profile});
    bench.window->openConnectDialog();
    auto* dialog = bench.window->findChild<ConnectDialog*>();
    ASSERT_TRUE(QTest::qWaitForWindowActive(dialog));
    ASSERT_TRUE(dialog->focusWidget());
    EXPECT_EQ(dialog->focusWidget()->objectName(), QStringLiteral("password"));
}

TEST_F(Messages, AnUnsupportedSchemeCannotBeChosen)
{
    bench.window->openConnectDialog();
    auto* scheme = bench.window->findChild<QComboBox*>(QStringLiteral("scheme"));
    EXPECT_EQ(scheme->currentData().toInt(), int(ports::AuthenticationScheme::Basic));
    const auto kerberos = scheme->findData(int(ports::AuthenticationScheme::Kerberos));
    ASSERT_GE(kerberos, 0);
    EXPECT_TRUE(scheme->itemText(kerberos).contains(QStringLiteral("not in this version")));
    EXPECT_FALSE(scheme->model()->flags(scheme->model()->index(kerberos, 0)) & Qt::ItemIsEnabled);
}

TEST_F(Messages, ASchemeThatTheBuildImplementsCanBeChosen)
{
    ConnectDialog dialog(bench.theme, {}, [](ports::AuthenticationScheme) { return true; });
    auto* scheme = dialog.findChild<QComboBox*>(QStringLiteral("scheme"));
    const auto kerberos = scheme->findData(int(ports::AuthenticationScheme::Kerberos));
    EXPECT_TRUE(scheme->model()->flags(scheme->model()->index(kerberos, 0)) & Qt::ItemIsEnabled);
    scheme->setCurrentIndex(kerberos);
    dialog.findChild<QComboBox*>(QStringLiteral("url"))->setCurrentText(QStringLiteral("http://mail/PowerShell/"));
    auto* connectButton = dialog.findChild<QPushButton*>(QStringLiteral("connect"));
    EXPECT_TRUE(connectButton->isEnabled()) << connectButton->toolTip().toStdString();
}

TEST_F(Messages, AServersNameAloneConnectsByKerberos)
{
    ConnectDialog dialog(bench.theme, {}, [](ports::AuthenticationScheme) { return true; });
    dialog.findChild<QComboBox*>(QStringLiteral("url"))->setCurrentText(QStringLiteral("mail2.contoso.com"));
    auto* connectButton = dialog.findChild<QPushButton*>(QStringLiteral("connect"));
    EXPECT_TRUE(connectButton->isEnabled()) << connectButton->toolTip().toStdString();
    EXPECT_EQ(dialog.profile().url, QStringLiteral("http://mail2.contoso.com/PowerShell/"));
    EXPECT_EQ(dialog.profile().name, QStringLiteral("mail2.contoso.com"));
    EXPECT_EQ(dialog.profile().scheme, ports::AuthenticationScheme::Kerberos);
}

TEST_F(Messages, NtlmIsAConsentThatGoesWithNegotiate)
{
    ConnectDialog dialog(bench.theme, {}, [](ports::AuthenticationScheme) { return true; });
    auto* allow = dialog.findChild<QCheckBox*>(QStringLiteral("allowNtlm"));
    EXPECT_FALSE(allow->isEnabled()) << "Kerberos never falls back";
    auto* scheme = dialog.findChild<QComboBox*>(QStringLiteral("scheme"));
    scheme->setCurrentIndex(scheme->findData(int(ports::AuthenticationScheme::Negotiate)));
    EXPECT_FALSE(dialog.profile().allowNtlm);
    allow->setChecked(true);
    EXPECT_TRUE(dialog.profile().allowNtlm);
    scheme->setCurrentIndex(scheme->findData(int(ports::AuthenticationScheme::Kerberos)));
    EXPECT_FALSE(dialog.profile().allowNtlm);
}

TEST_F(Messages, SeveralUnfinishedRunsAreAllOffered)
{
    auto second = unfinishedRun();
    second.id += "-2";
    bench.journals.addListing(second);
    bench.connect();
    bench.window->reloadRuns();
    bench.window->findChild<QAction*>(QStringLiteral("actionResume"))->trigger();
    EXPECT_EQ(bench.asked, std::vector<std::string>{"resume "}) << "the newest one is not taken silently";
}

} // namespace
