// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/profile_file.h"
#include "model/services/settings.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace drydock::services {
namespace {

// Each field has a value of its own, so that none can be forgotten or mixed up.
ports::ConnectionProfile fullProfile()
{
    return {.name = QStringLiteral("Ämter; \"1\""),
            .url = QStringLiteral("https://mail.contoso.com/PowerShell/"),
            .nodeUrlTemplate = QStringLiteral("https://{fqdn}:5986/wsman"),
            .nodeUrls = {{QStringLiteral("MAIL"), QStringLiteral("https://10.0.0.1:5986/wsman?a=b")}},
            .clientUrlTemplate = QStringLiteral("https://{name}.contoso.com"),
            .scheme = ports::AuthenticationScheme::Certificate,
            .allowNtlm = true,
            .user = QStringLiteral("CONTOSO\\admin"),
            .nodeUser = QStringLiteral("nodes@contoso.com"),
            .keytab = QStringLiteral("/etc/a.keytab"),
            .clientCertificate = QStringLiteral("/home/a/me.p12"),
            .clientKey = QStringLiteral("/home/a/me.key"),
            .spn = QStringLiteral("HTTP/other"),
            .pinnedCertificate = QString(64, QLatin1Char('a')),
            .pins = {{QStringLiteral("mail2.contoso.com"), QString(64, QLatin1Char('b'))}},
            .caFile = QStringLiteral("/etc/ca.pem"),
            .trustedDomains = {QStringLiteral("contoso.net"), QStringLiteral("contoso.org")},
            .readOnly = true};
}

TEST(ProfileFile, AnExportedConnectionIsTheSameWhenItIsImported)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("connection.json"));
    ASSERT_TRUE(exportProfile(fullProfile(), file));
    const auto read = importProfile(file);
    ASSERT_TRUE(read) << read.error().summary();
    EXPECT_EQ(*read, fullProfile());
}

TEST(ProfileFile, TheSettingsKeepEveryField)
{
    const QTemporaryDir folder;
    {
        Settings settings(folder.path());
        settings.saveProfile(fullProfile());
        ASSERT_TRUE(settings.save());
    }
    EXPECT_EQ(Settings(folder.path()).profile(fullProfile().name), fullProfile());
}

TEST(ProfileFile, AnotherFileIsNoConnection)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("other.json"));
    for (const char* text :
         {"", "[]", "{}", "not JSON", R"({"drydockConnection":1,"name":"a","url":"","scheme":"basic"})",
          R"({"drydockConnection":1,"name":"a","url":"http://a","scheme":"telepathy"})",
          R"({"drydockConnection":2,"name":"a","url":"http://a","scheme":"basic"})"}) {
        QFile out(file);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        const auto read = importProfile(file);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().kind, domain::ErrorKind::Malformed) << text;
    }
    EXPECT_EQ(importProfile(folder.filePath(QStringLiteral("none"))).error().kind, domain::ErrorKind::Storage);
    EXPECT_EQ(exportProfile(fullProfile(), folder.filePath(QStringLiteral("no/such/folder"))).error().kind,
              domain::ErrorKind::Storage);
}

} // namespace
} // namespace drydock::services
