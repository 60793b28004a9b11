// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/settings.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace drydock::services {
namespace {

class SettingsTest : public ::testing::Test
{
protected:
    void writeFile(const char* name, const QByteArray& content) const
    {
        QFile file(dir.filePath(QLatin1String(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    [[nodiscard]] QByteArray readFile(const char* name) const
    {
        QFile file(dir.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static ports::ConnectionProfile profile(const QString& name)
    {
        ports::ConnectionProfile p;
        p.name = name;
        p.url = QStringLiteral("https://mail2.contoso.com/PowerShell");
        p.nodeUrls = {{QStringLiteral("MAIL"), QStringLiteral("http://127.0.0.1:5985/wsman?a=b")}};
        p.scheme = ports::AuthenticationScheme::Basic;
        p.allowNtlm = true;
        p.user = QStringLiteral("LAB\\admin");
        p.trustedDomains = {QStringLiteral("contoso.net")};
        p.readOnly = true;
        return p;
    }

    QTemporaryDir dir;
};

TEST_F(SettingsTest, SavedValuesAreReadAtTheNextStart)
{
    const auto first = profile(QStringLiteral("Ämter; \"1\""));
    {
        Settings settings(dir.path());
        settings.saveProfile(first);
        settings.saveProfile(profile(QStringLiteral("lab")));
        settings.set(setting::lastProfile, QStringLiteral("lab"));
        settings.set(setting::refreshInterval, std::chrono::milliseconds(5000));
        settings.set(setting::theme, QStringLiteral("dark"));
        settings.set(setting::windowGeometry, QByteArray("\x00\x01geo", 5));
        settings.set(setting::tableLayout(QStringLiteral("copies")), QByteArray("header"));
        ASSERT_TRUE(settings.save());
    }
    const Settings settings(dir.path());
    EXPECT_EQ(settings.value(setting::profiles), (std::vector{first, profile(QStringLiteral("lab"))}));
    EXPECT_EQ(settings.profile(first.name), first);
    EXPECT_EQ(settings.value(setting::lastProfile), QStringLiteral("lab"));
    EXPECT_EQ(settings.value(setting::refreshInterval), std::chrono::seconds(5));
    EXPECT_EQ(settings.value(setting::theme), QStringLiteral("dark"));
    EXPECT_EQ(settings.value(setting::windowGeometry), QByteArray("\x00\x01geo", 5));
    EXPECT_EQ(settings.value(setting::tableLayout(QStringLiteral("copies"))), QByteArray("header"));
    EXPECT_TRUE(settings.value(setting::tableLayout(QStringLiteral("queues"))).isEmpty());
}

TEST_F(SettingsTest, ChoicesAndLayoutHaveAFileEach)
{
    Settings settings(dir.path());
    settings.set(setting::theme, QStringLiteral("dark"));
    settings.set(setting::windowGeometry, QByteArray("geometry"));
    ASSERT_TRUE(settings.save());
    EXPECT_TRUE(readFile("settings.ini").contains("theme=dark"));
    EXPECT_FALSE(readFile("settings.ini").contains("geometry"));
    EXPECT_TRUE(readFile("layout.ini").contains("geometry"));
    EXPECT_FALSE(readFile("layout.ini").contains("theme"));
}

TEST_F(SettingsTest, AChangeIsSignalledWithItsKey)
{
    Settings settings(dir.path());
    QSignalSpy changes(&settings, &Settings::changed);
    settings.set(setting::refreshInterval, setting::refreshInterval.fallback);
    EXPECT_EQ(changes.size(), 0) << "that is what it was";
    settings.set(setting::refreshInterval, std::chrono::milliseconds(5000));
    settings.set(setting::refreshInterval, std::chrono::milliseconds(5000));
    ASSERT_EQ(changes.size(), 1);
    EXPECT_EQ(changes.front().front().toString(), setting::refreshInterval.key);
}

TEST_F(SettingsTest, AProfileOfTheSameNameIsReplaced)
{
    Settings settings(dir.path());
    settings.saveProfile(profile(QStringLiteral("a")));
    settings.saveProfile(profile(QStringLiteral("b")));
    auto changed = profile(QStringLiteral("a"));
    changed.user = QStringLiteral("other");
    settings.saveProfile(changed);
    ASSERT_EQ(settings.value(setting::profiles).size(), 2U);
    EXPECT_EQ(settings.profile(QStringLiteral("a"))->user, QStringLiteral("other"));
    EXPECT_FALSE(settings.profile(QStringLiteral("c")));
}

TEST_F(SettingsTest, ADeletedProfileIsNotTheLastOneEither)
{
    Settings settings(dir.path());
    settings.saveProfile(profile(QStringLiteral("a")));
    settings.saveProfile(profile(QStringLiteral("b")));
    settings.set(setting::lastProfile, QStringLiteral("a"));
    settings.removeProfile(QStringLiteral("a"));
    EXPECT_EQ(settings.value(setting::profiles), std::vector{profile(QStringLiteral("b"))});
    EXPECT_TRUE(settings.value(setting::lastProfile).isEmpty());
}

// As versions before this table wrote them.
TEST_F(SettingsTest, FilesOfEarlierVersionsAreRead)
{
    writeFile("settings.ini", "[connection]\nlast=lab\n[refresh]\nintervalMs=60000\n"
                              "[profiles]\n1\\name=lab\n1\\url=http://127.0.0.1:1/PowerShell\n1\\scheme=basic\n"
                              "1\\user=LAB\\\\admin\nsize=1\n");
    writeFile("layout.ini", "[window]\ngeometry=@ByteArray(geometry)\ntheme=2\n"
                            "[tables]\ncopies\\v2=@ByteArray(header)\n");
    {
        Settings settings(dir.path());
        EXPECT_EQ(settings.value(setting::lastProfile), QStringLiteral("lab"));
        EXPECT_EQ(settings.value(setting::refreshInterval), std::chrono::minutes(1));
        ASSERT_TRUE(settings.profile(QStringLiteral("lab")));
        EXPECT_EQ(settings.profile(QStringLiteral("lab"))->user, QStringLiteral("LAB\\admin"));
        EXPECT_EQ(settings.value(setting::windowGeometry), QByteArray("geometry"));
        EXPECT_EQ(settings.value(setting::tableLayout(QStringLiteral("copies"))), QByteArray("header"));
        EXPECT_EQ(settings.value(setting::theme), QStringLiteral("dark"));
        ASSERT_TRUE(settings.save());
    }
    EXPECT_FALSE(readFile("layout.ini").contains("theme"));
    EXPECT_EQ(Settings(dir.path()).value(setting::theme), QStringLiteral("dark"));
}

TEST_F(SettingsTest, InvalidValuesInTheFileGiveTheDefaults)
{
    writeFile("settings.ini", "[refresh]\nintervalMs=soon\n[profiles]\nsize=abc\n\x01\x02");
    writeFile("layout.ini", "[window]\ntheme=7\n");
    const Settings settings(dir.path());
    EXPECT_EQ(settings.value(setting::refreshInterval), std::chrono::seconds(30));
    EXPECT_EQ(settings.value(setting::theme), QStringLiteral("system"));
    EXPECT_TRUE(settings.value(setting::profiles).empty());
    EXPECT_EQ(settings.value(setting::windowGeometry), QByteArray());
}

TEST_F(SettingsTest, AFileThatCannotBeWrittenIsAnError)
{
    Settings settings(dir.filePath(QStringLiteral("blocker/folder")));
    writeFile("blocker", {});
    settings.set(setting::lastProfile, QStringLiteral("a"));
    const auto saved = settings.save();
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, domain::ErrorKind::Storage);
}

} // namespace
} // namespace drydock::services
