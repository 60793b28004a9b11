// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Without a keychain the store says so; it never falls back to a file.
#include "remoting/keychain/keychain_store.h"
#include "tests/support/qt_test.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace drydock;

namespace {

class NoKeychain : public testing::Test
{
protected:
    void SetUp() override
    {
        // No session bus: neither Secret Service nor KWallet can be there.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        qputenv("HOME", home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
    }

    template <class T> static T wait(QFuture<T> future)
    {
        EXPECT_TRUE(tests::waitUntil([&] { return future.isFinished(); }, 20000));
        return future.result();
    }

    QTemporaryDir home;
    keychain::KeychainStore store{QStringLiteral("drydock-test")};
};

} // namespace

TEST_F(NoKeychain, WritingAndReadingFailWithAKeychainError)
{
    const auto written = wait(store.write(QStringLiteral("lab"), domain::Secret(std::string("correct horse battery"))));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, domain::ErrorKind::Keychain);
    const auto read = wait(store.read(QStringLiteral("lab")));
    ASSERT_FALSE(*read);
    EXPECT_EQ(read->error().kind, domain::ErrorKind::Keychain);
    EXPECT_FALSE(wait(store.remove(QStringLiteral("lab"))));
    for (QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_FALSE(file.readAll().contains("battery")) << file.fileName().toStdString();
    }
}
