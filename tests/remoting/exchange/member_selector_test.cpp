// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Where cmdlets go, and which trust goes with them: nothing a server says may turn a request to another place.
#include "remoting/exchange/member_selector.h"
#include "remoting/exchange/remote_shells.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::exchange;
using domain::EndpointKind;
using domain::ServerName;

namespace {

ports::ConnectionProfile profile()
{
    ports::ConnectionProfile made;
    made.url = QStringLiteral("https://mail2.contoso.com/PowerShell");
    made.nodeUrlTemplate = QStringLiteral("https://{fqdn}:5986/wsman?{name}");
    return made;
}

domain::Server server(const char* name, const char* fqdn)
{
    domain::Server made;
    made.name = ServerName(name);
    made.fqdn = fqdn;
    return made;
}

} // namespace

TEST(MemberSelector, FillsInTheTemplate)
{
    MemberSelector endpoints(profile());
    endpoints.learn({server("MAIL", "mail.contoso.com")});
    EXPECT_EQ(endpoints.node(ServerName("MAIL")), QUrl(QStringLiteral("https://mail.contoso.com:5986/wsman?MAIL")));
    EXPECT_EQ(endpoints.node(ServerName("MAIL9")), QUrl(QStringLiteral("https://MAIL9:5986/wsman?MAIL9")));
}

TEST(MemberSelector, ANameThatIsNotAHostNameIsRefused)
{
    for (const char* fqdn :
         {"evil.example/?", "user@evil.example", "evil.example:443/", "evil.example#", "a b", "", "-"}) {
        MemberSelector endpoints(profile());
        endpoints.learn({server("MAIL", fqdn)});
        EXPECT_FALSE(endpoints.node(ServerName("MAIL")).isValid()) << fqdn;
        EXPECT_FALSE(endpoints.moveOn({}, std::chrono::steady_clock::now())) << fqdn;
        EXPECT_EQ(endpoints.exchange().host(), QStringLiteral("mail2.contoso.com")) << fqdn;
    }
}

TEST(MemberSelector, AHostThatAServerNamesGetsCredentialsOnlyWithinTheFirstDomain)
{
    auto made = profile();
    made.scheme = ports::AuthenticationScheme::Basic;
    made.nodeUrls.insert(QStringLiteral("MAIL7"), QStringLiteral("https://mail7.elsewhere.test:5986/wsman"));
    const auto allowed = [&](const char* host) {
        return MemberSelector(made)
            .mayGetCredentials(QUrl(QStringLiteral("https://%1:5986/wsman").arg(QString::fromLatin1(host))))
            .has_value();
    };
    for (const char* inside : {"mail2.contoso.com", "mail.contoso.com", "MAIL.CONTOSO.COM", "mail.eu.contoso.com"})
        EXPECT_TRUE(allowed(inside)) << inside;
    EXPECT_TRUE(allowed("mail7.elsewhere.test")) << "a person has named it";
    for (const char* outside :
         {"mail.evil.test", "contoso.com.evil.test", "evilcontoso.com", "127.0.0.2", "mail", "com"})
        EXPECT_FALSE(allowed(outside)) << outside;
    made.trustedDomains = {QStringLiteral("evil.test")};
    EXPECT_TRUE(allowed("mail.evil.test")) << "a person has allowed it";
    for (const char* first : {"https://10.0.0.5/PowerShell", "https://contoso.com/PowerShell"}) {
        made.url = QString::fromLatin1(first);
        EXPECT_FALSE(allowed("10.1.0.5")) << first;
        EXPECT_FALSE(allowed("evil.com")) << first;
    }
    for (const auto scheme : {ports::AuthenticationScheme::None, ports::AuthenticationScheme::Kerberos}) {
        made.scheme = scheme;
        EXPECT_TRUE(allowed("mail.example.org")) << "no password is sent";
    }
}

// A domain of one owner may stand directly below a suffix that everybody shares.
TEST(MemberSelector, ASuffixThatOwnersShareIsNoDomainOfTheirs)
{
    auto made = profile();
    made.scheme = ports::AuthenticationScheme::Basic;
    const auto refusal = [&](const char* first, const char* host) {
        made.url = QStringLiteral("https://%1/PowerShell").arg(QString::fromLatin1(first));
        const auto allowed = MemberSelector(made).mayGetCredentials(
            QUrl(QStringLiteral("https://%1:5986/wsman").arg(QString::fromLatin1(host))));
        return allowed ? std::optional<domain::ErrorKind>() : allowed.error().kind;
    };
    using domain::ErrorKind;
    EXPECT_EQ(refusal("contoso.co.uk", "evil.co.uk"), ErrorKind::HostNotTrusted);
    EXPECT_EQ(refusal("mail.contoso.co.uk", "mail2.contoso.co.uk"), std::nullopt);
    EXPECT_EQ(refusal("mail.corp.local", "mail2.corp.local"), std::nullopt);
    made.trustedDomains = {QStringLiteral("co.uk"), QStringLiteral("com")};
    EXPECT_EQ(refusal("contoso.co.uk", "evil.co.uk"), ErrorKind::HostNotTrusted) << "nobody can trust all of it";
    EXPECT_EQ(refusal("mail.contoso.co.uk", "evil.com"), ErrorKind::HostNotTrusted);
}

TEST(MemberSelector, TheSessionDoesNotMoveOutOfTheDomain)
{
    auto made = profile();
    made.scheme = ports::AuthenticationScheme::Basic;
    MemberSelector endpoints(made);
    endpoints.learn({server("MAIL", "mail.evil.test")});
    EXPECT_FALSE(endpoints.moveOn({}, std::chrono::steady_clock::now()));
    endpoints.learn({server("MAIL", "mail.contoso.com")});
    EXPECT_TRUE(endpoints.moveOn({}, std::chrono::steady_clock::now()));
}

TEST(MemberSelector, APinAppliesOnlyToItsHost)
{
    auto pinned = profile();
    pinned.pinnedCertificate = QString(64, QLatin1Char('a'));
    const auto pinAt = [&](EndpointKind endpoint, const char* url) {
        return endpointOf(pinned, {endpoint, QUrl(QString::fromLatin1(url))}).tls.pinnedSha256;
    };
    EXPECT_EQ(pinAt(EndpointKind::Exchange, "https://mail2.contoso.com/PowerShell"), QByteArray(32, '\xAA'));
    EXPECT_EQ(pinAt(EndpointKind::Node, "https://MAIL2.contoso.com:5986/wsman"), QByteArray(32, '\xAA'));
    EXPECT_TRUE(pinAt(EndpointKind::Exchange, "https://mail.contoso.com/PowerShell").isEmpty());
    pinned.pins.insert(QStringLiteral("mail7.contoso.com"), QString(64, QLatin1Char('b')));
    EXPECT_EQ(pinAt(EndpointKind::Node, "https://Mail7.contoso.com:5986/wsman"), QByteArray(32, '\xBB'));
    EXPECT_TRUE(pinAt(EndpointKind::Node, "https://mail.contoso.com:5986/wsman").isEmpty());
}
