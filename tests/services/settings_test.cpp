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
    QString file() const { return dir.path() + QStringLiteral("/settings.ini"); }
    static ports::ConnectionProfile profile(const QString& name)
    {
        ports::ConnectionProfile p;
        p.name = name;
        p.url = QStringLiteral("https://mail2.contoso.com/PowerShell");
        p.nodeUrls = {{QStringLiteral("MAIL"), QStringLiteral("http://127.0.0.1:5985/wsman?a=b")}};
        p.scheme = ports::AuthenticationScheme::Basic;
        p.user = QStringLiteral("LAB\\admin");
        p.readOnly = true;
        return p;
    }

    QTemporaryDir dir;
};

TEST_F(SettingsTest, SavedValuesAreReadAtTheNextStart)
{
    {
        Settings settings(file());
        settings.saveProfile(profile(QStringLiteral("Ämter; \"1\"")));
        settings.saveProfile(profile(QStringLiteral("lab")));
        settings.setLastProfile(QStringLiteral("lab"));
        settings.setRefreshInterval(std::chrono::seconds(5));
        settings.setWindowGeometry(QStringLiteral("main"), QByteArray("\x00\x01geo", 5));
        settings.setHeaderState(QStringLiteral("copies"), QByteArray("header"));
        settings.setHiddenColumns(QStringLiteral("copies"), {QStringLiteral("errorMessage")});
        ASSERT_TRUE(settings.save());
    }
    const Settings settings(file());
    ASSERT_EQ(settings.profiles().size(), 2U);
    const auto read = settings.profile(QStringLiteral("Ämter; \"1\""));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->url, profile({}).url);
    EXPECT_EQ(read->nodeUrls, profile({}).nodeUrls);
    EXPECT_EQ(read->scheme, ports::AuthenticationScheme::Basic);
    EXPECT_EQ(read->user, QStringLiteral("LAB\\admin"));
    EXPECT_TRUE(read->readOnly);
    EXPECT_EQ(settings.lastProfile(), QStringLiteral("lab"));
    EXPECT_EQ(settings.refreshInterval(), std::chrono::seconds(5));
    EXPECT_EQ(settings.windowGeometry(QStringLiteral("main")), QByteArray("\x00\x01geo", 5));
    EXPECT_EQ(settings.headerState(QStringLiteral("copies")), QByteArray("header"));
    EXPECT_EQ(settings.hiddenColumns(QStringLiteral("copies")), QStringList{QStringLiteral("errorMessage")});
    EXPECT_FALSE(settings.hiddenColumns(QStringLiteral("queues")));
}

TEST_F(SettingsTest, AProfileOfTheSameNameIsReplacedAndOneCanGo)
{
    Settings settings(file());
    settings.saveProfile(profile(QStringLiteral("a")));
    settings.saveProfile(profile(QStringLiteral("b")));
    auto changed = profile(QStringLiteral("a"));
    changed.user = QStringLiteral("other");
    settings.saveProfile(changed);
    ASSERT_EQ(settings.profiles().size(), 2U);
    EXPECT_EQ(settings.profile(QStringLiteral("a"))->user, QStringLiteral("other"));
    settings.setLastProfile(QStringLiteral("a"));
    settings.removeProfile(QStringLiteral("a"));
    EXPECT_EQ(settings.profiles().size(), 1U);
    EXPECT_EQ(settings.lastProfile(), QString());
}

TEST_F(SettingsTest, InvalidValuesInTheFileGiveTheDefaults)
{
    QFile broken(file());
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("[refresh]\nintervalMs=soon\n[profiles]\nsize=abc\n\x01\x02");
    broken.close();
    const Settings settings(file());
    EXPECT_EQ(settings.refreshInterval(), std::chrono::seconds(30));
    EXPECT_TRUE(settings.profiles().empty());
    EXPECT_EQ(settings.windowGeometry(QStringLiteral("main")), QByteArray());
}

TEST_F(SettingsTest, AFileThatCannotBeWrittenIsAnError)
{
    Settings settings(dir.path() + QStringLiteral("/settings.ini/inside/file.ini"));
    QFile blocker(file());
    ASSERT_TRUE(blocker.open(QIODevice::WriteOnly));
    settings.setLastProfile(QStringLiteral("a"));
    const auto saved = settings.save();
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, domain::ErrorKind::Storage);
}

} // namespace
} // namespace drydock::services
