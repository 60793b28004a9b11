// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The store against a real gnome-keyring on a bus of the test's own. Each call is a process of its own, as a password
// outlives the program that has stored it.
#include "tests/support/paths.h"
#include "tests/support/qt_test.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

const auto addressVariable = QStringLiteral("DBUS_SESSION_BUS_ADDRESS");
constexpr auto secret = "korrekt Pferd €"; // not ASCII

class Keyring : public ::testing::Test
{
protected:
    void SetUp() override
    {
        for (const char* program : {"dbus-daemon", "gnome-keyring-daemon"})
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                GTEST_SKIP() << "no " << program << " on this computer";
        environment = QProcessEnvironment::systemEnvironment();
        for (const char* folder : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(folder), home.path());
        environment.insert(QStringLiteral("XDG_CURRENT_DESKTOP"), QStringLiteral("GNOME"));
        environment.remove(QStringLiteral("DISPLAY")); // nobody is asked for a password
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        // No service files, so that nothing starts on this bus but what the test starts.
        QFile config(home.filePath(QStringLiteral("bus.conf")));
        ASSERT_TRUE(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:dir=" + home.path().toLocal8Bit() +
                     "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow "
                     "eavesdrop=\"true\"/><allow own=\"*\"/>"
                     "</policy></busconfig>");
        config.close();
        bus.setProcessEnvironment(environment);
        bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                                                  QStringLiteral("--config-file=") + config.fileName()});
        ASSERT_TRUE(bus.waitForReadyRead(10000));
        environment.insert(addressVariable, QString::fromLocal8Bit(bus.readLine()).trimmed());
    }
    void TearDown() override
    {
        QDBusConnection::disconnectFromBus(home.path());
        stopKeyring();
        bus.terminate();
        bus.waitForFinished();
    }

    [[nodiscard]] QString address() const { return environment.value(addressVariable); }
    // Starts it locked, or unlocked with the password, which makes the keyring at first.
    void startKeyring(const QByteArray& password)
    {
        keyring.setProcessEnvironment(environment);
        QStringList options{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
        if (!password.isEmpty()) options += QStringLiteral("--unlock");
        keyring.start(QStringLiteral("gnome-keyring-daemon"), options);
        ASSERT_TRUE(keyring.waitForStarted());
        keyring.write(password);
        keyring.closeWriteChannel();
        const auto connection = QDBusConnection::connectToBus(address(), home.path());
        ASSERT_TRUE(drydock::tests::waitUntil([&] {
            return connection.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets")).value();
        }));
    }
    void stopKeyring()
    {
        if (keyring.state() == QProcess::NotRunning) return;
        keyring.terminate();
        keyring.waitForFinished();
        const auto connection = QDBusConnection::connectToBus(address(), home.path());
        EXPECT_TRUE(drydock::tests::waitUntil([&] {
            return !connection.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets")).value();
        }));
    }

    // Returns what the probe prints; empty if it ends with another code.
    [[nodiscard]] QByteArray probe(int code, const char* verb, const char* key, const QByteArray& input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QString::fromStdString((drydock::tests::programFolder() / "keychain_probe").string()),
                      {QString::fromLatin1(verb), QString::fromLatin1(key)});
        process.write(input);
        process.closeWriteChannel();
        EXPECT_TRUE(process.waitForFinished(60000));
        EXPECT_EQ(process.exitCode(), code) << process.readAllStandardError().toStdString();
        return process.readAllStandardOutput().trimmed();
    }
    void expectNoFileHolds(const QByteArray& text) const
    {
        for (QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             files.hasNext();) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) continue; // the socket of the bus
            EXPECT_FALSE(file.readAll().contains(text)) << file.fileName().toStdString();
        }
    }

    QTemporaryDir home;
    QProcessEnvironment environment;
    QProcess bus;
    QProcess keyring;
};

} // namespace

TEST_F(Keyring, KeepsAPasswordUntilItIsForgotten)
{
    startKeyring("login password");
    EXPECT_EQ(probe(1, "read", "admin@mail"), "not-found");
    EXPECT_EQ(probe(0, "write", "admin@mail", QByteArray(secret) + "\n"), "");
    EXPECT_EQ(probe(0, "read", "admin@mail"), secret);
    EXPECT_EQ(probe(1, "read", "other@mail"), "not-found");
    EXPECT_EQ(probe(0, "write", "admin@mail", "another\n"), "");
    EXPECT_EQ(probe(0, "read", "admin@mail"), "another");
    expectNoFileHolds(secret);
    stopKeyring();
    startKeyring("login password");
    EXPECT_EQ(probe(0, "read", "admin@mail"), "another") << "after the next logon";
    EXPECT_EQ(probe(0, "remove", "admin@mail"), "");
    EXPECT_EQ(probe(1, "read", "admin@mail"), "not-found");
}

TEST_F(Keyring, ThatIsLockedRefusesAndNothingIsKeptElsewhere)
{
    startKeyring("login password");
    EXPECT_EQ(probe(0, "write", "admin@mail", QByteArray(secret) + "\n"), "");
    stopKeyring();
    startKeyring({});
    EXPECT_EQ(probe(1, "read", "admin@mail"), "not-found") << "the person is asked, as where it was never kept";
    EXPECT_EQ(probe(1, "write", "admin@mail", "another secret\n"), "keychain");
    expectNoFileHolds(secret);
    expectNoFileHolds("another secret");
}

TEST_F(Keyring, ThatIsMissingOnABusThatRunsIsAnErrorOfTheKeychain)
{
    EXPECT_EQ(probe(1, "read", "admin@mail"), "keychain");
    EXPECT_EQ(probe(1, "write", "admin@mail", QByteArray(secret) + "\n"), "keychain");
    expectNoFileHolds(secret);
}
