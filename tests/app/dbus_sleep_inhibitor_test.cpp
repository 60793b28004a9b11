// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The sleep inhibitor against a bus of our own: what it asks of logind and of the screen saver, and that it lets go.
#include "app/drydock/dbus_sleep_inhibitor.h"
#include "tests/app/bus.h"
#include "tests/support/qt_test.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVirtualObject>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace drydock::tests {
namespace {

using app::DBusSleepInhibitor;

// Stands for both services: answers every Inhibit and records the requests.
class Services : public QDBusVirtualObject
{
public:
    ~Services() override
    {
        if (m_pipe[0] >= 0) ::close(m_pipe[0]);
    }

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        calls += message.member();
        arguments = message.arguments();
        if (message.interface() == QStringLiteral("org.freedesktop.ScreenSaver")) {
            if (message.member() == QStringLiteral("Inhibit")) bus.send(message.createReply(quint32(7)));
            return true;
        }
        if (refuses || ::pipe2(m_pipe, O_NONBLOCK) != 0) {
            bus.send(message.createErrorReply(QDBusError::AccessDenied, QStringLiteral("not you")));
            return true;
        }
        bus.send(message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(m_pipe[1]))));
        ::close(m_pipe[1]); // the receiver has its own
        return true;
    }
    // Nobody holds the other end any more.
    [[nodiscard]] bool letGo() const
    {
        char byte = 0;
        return ::read(m_pipe[0], &byte, 1) == 0;
    }

    QStringList calls;
    QVariantList arguments;
    bool refuses = false;

private:
    int m_pipe[2]{-1, -1};
};

class SleepInhibitor : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!Bus::possible()) GTEST_SKIP() << "no dbus-daemon here";
        ASSERT_TRUE(bus.start());
        auto there = bus.connect(QStringLiteral("services"));
        ASSERT_TRUE(there.isConnected());
        services = std::make_unique<Services>();
        ASSERT_TRUE(there.registerVirtualObject(QStringLiteral("/"), services.get(), QDBusConnection::SubPath));
        ASSERT_TRUE(there.registerService(QStringLiteral("org.freedesktop.login1")));
        ASSERT_TRUE(there.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
    }
    void TearDown() override
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("services"));
        QDBusConnection::disconnectFromBus(QStringLiteral("client"));
    }

    Bus bus;
    std::unique_ptr<Services> services;
    QDBusConnection none{QStringLiteral("none")};
};

TEST_F(SleepInhibitor, HoldsALogindLockUntilReleased)
{
    DBusSleepInhibitor inhibitor(bus.connect(QStringLiteral("client")), none);
    inhibitor.hold(QStringLiteral("a run"));
    inhibitor.hold(QStringLiteral("a run"));
    ASSERT_TRUE(waitUntil([&] { return inhibitor.held(); }));
    EXPECT_EQ(services->calls, QStringList{QStringLiteral("Inhibit")});
    EXPECT_EQ(services->arguments, (QVariantList{QStringLiteral("sleep:idle"), QStringLiteral("Drydock"),
                                                 QStringLiteral("a run"), QStringLiteral("block")}));
    inhibitor.release();
    EXPECT_FALSE(inhibitor.held());
    EXPECT_TRUE(waitUntil([&] { return services->letGo(); }));
}

TEST_F(SleepInhibitor, AsksTheScreenSaverWhereLogindRefuses)
{
    services->refuses = true;
    const auto client = bus.connect(QStringLiteral("client"));
    DBusSleepInhibitor inhibitor(client, client);
    inhibitor.hold(QStringLiteral("a run"));
    ASSERT_TRUE(waitUntil([&] { return inhibitor.held(); }));
    inhibitor.release();
    ASSERT_TRUE(waitUntil([&] { return services->calls.contains(QStringLiteral("UnInhibit")); }));
    EXPECT_EQ(services->arguments, QVariantList{quint32(7)});
    EXPECT_FALSE(inhibitor.held());
}

TEST_F(SleepInhibitor, ALockThatArrivesAfterReleaseIsGivenBack)
{
    DBusSleepInhibitor inhibitor(bus.connect(QStringLiteral("client")), none);
    inhibitor.hold(QStringLiteral("a run"));
    inhibitor.release();
    ASSERT_TRUE(waitUntil([&] { return !services->calls.isEmpty(); }));
    EXPECT_TRUE(waitUntil([&] { return services->letGo(); }));
    EXPECT_FALSE(inhibitor.held());
}

TEST(SleepInhibitorWithoutABus, DoesNothing)
{
    DBusSleepInhibitor inhibitor(QDBusConnection(QStringLiteral("none")), QDBusConnection(QStringLiteral("none")));
    inhibitor.hold(QStringLiteral("a run"));
    EXPECT_FALSE(inhibitor.held());
    inhibitor.release();
}

} // namespace
} // namespace drydock::tests
