// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Progress and notifications against a bus of our own: what a launcher and a notification service are told.
#include "app/drydock/dbus_desktop_status.h"
#include "tests/app/bus.h"
#include "tests/support/qt_test.h"

#include <QDBusMessage>
#include <QDBusVirtualObject>

#include <gtest/gtest.h>

namespace drydock::tests {
namespace {

// Shows notifications, numbered from 1 on, and listens to what is said of launchers.
class Desktop : public QDBusVirtualObject
{
    Q_OBJECT

public:
    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        calls += message.member();
        arguments = message.arguments();
        if (message.member() == QStringLiteral("Notify")) bus.send(message.createReply(++number));
        return true;
    }

    QStringList calls;
    QVariantList arguments;
    quint32 number = 0;
    QString entry;
    QVariantMap properties;

public slots:
    void onUpdate(const QString& of, const QVariantMap& changed)
    {
        entry = of;
        properties = changed;
    }
};

class DesktopStatus : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!Bus::possible()) GTEST_SKIP() << "no dbus-daemon here";
        ASSERT_TRUE(bus.start());
        auto there = bus.connect(QStringLiteral("desktop"));
        ASSERT_TRUE(there.isConnected());
        ASSERT_TRUE(there.registerVirtualObject(QStringLiteral("/org/freedesktop/Notifications"), &desktop));
        ASSERT_TRUE(there.registerService(QStringLiteral("org.freedesktop.Notifications")));
        ASSERT_TRUE(there.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"),
                                  &desktop, SLOT(onUpdate(QString, QVariantMap))));
        status.emplace(bus.connect(QStringLiteral("program")), [this] { ++clicks; });
    }
    void TearDown() override
    {
        status.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        QDBusConnection::disconnectFromBus(QStringLiteral("program"));
    }
    [[nodiscard]] bool notified(quint32 count)
    {
        return waitUntil([&] { return desktop.number == count; });
    }

    Bus bus;
    Desktop desktop;
    std::optional<app::DBusDesktopStatus> status;
    int clicks = 0;
};

TEST_F(DesktopStatus, TheLauncherShowsHowFarARunIs)
{
    status->showProgress(0.25, true);
    ASSERT_TRUE(waitUntil([&] { return !desktop.entry.isEmpty(); }));
    EXPECT_EQ(desktop.entry, QStringLiteral("application://drydock.desktop"));
    EXPECT_EQ(desktop.properties, (QVariantMap{{QStringLiteral("progress"), 0.25},
                                               {QStringLiteral("progress-visible"), true},
                                               {QStringLiteral("urgent"), true}}));
    status->hideProgress();
    EXPECT_TRUE(waitUntil([&] { return !desktop.properties[QStringLiteral("progress-visible")].toBool(); }));
}

TEST_F(DesktopStatus, ANotificationIsPlainTextAndIsReplacedByTheNext)
{
    status->notify(QStringLiteral("MAIL asks"), QStringLiteral("<b>Pause</b>"));
    ASSERT_TRUE(notified(1));
    EXPECT_EQ(desktop.arguments[3].toString(), QStringLiteral("MAIL asks"));
    EXPECT_EQ(desktop.arguments[4].toString(), QStringLiteral("&lt;b&gt;Pause&lt;/b&gt;"));
    ASSERT_TRUE(waitUntil([&] { return status->shown(); }));
    status->notify(QStringLiteral("MAIL2 asks"), {});
    ASSERT_TRUE(notified(2));
    EXPECT_EQ(desktop.arguments[1].toUInt(), 1U);
}

TEST_F(DesktopStatus, AClickCallsTheWindow)
{
    status->notify(QStringLiteral("MAIL asks"), {});
    ASSERT_TRUE(notified(1));
    EXPECT_TRUE(waitUntil([&] {
        auto click = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/Notifications"),
                                                QStringLiteral("org.freedesktop.Notifications"),
                                                QStringLiteral("ActionInvoked"));
        click << quint32(1) << QStringLiteral("default");
        QDBusConnection(QStringLiteral("desktop")).send(click);
        return clicks > 0;
    }));
}

TEST_F(DesktopStatus, AnAnswerAfterWithdrawalIsClosedAtOnce)
{
    status->notify(QStringLiteral("MAIL asks"), {});
    status->withdraw();
    ASSERT_TRUE(waitUntil([&] { return desktop.calls.contains(QStringLiteral("CloseNotification")); }));
    EXPECT_EQ(desktop.arguments, QVariantList{quint32(1)});
}

TEST(DesktopStatusWithoutABus, DoesNothing)
{
    app::DBusDesktopStatus status(QDBusConnection(QStringLiteral("none")), {});
    status.showProgress(0.5, false);
    status.notify(QStringLiteral("MAIL asks"), {});
    status.withdraw();
}

} // namespace
} // namespace drydock::tests

#include "dbus_desktop_status_test.moc"
