// Where cmdlets go, and which trust goes with them: nothing a server says may turn a request to another place.
#include "remoting/exchange/endpoints.h"
#include "remoting/exchange/remote_shells.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::exchange;
using domain::ServerName;
using maintenance::Place;

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

TEST(Endpoints, TheTemplateIsFilledIn)
{
    Endpoints endpoints(profile());
    endpoints.learn({server("MAIL", "mail.contoso.com")});
    EXPECT_EQ(endpoints.node(ServerName("MAIL")), QUrl(QStringLiteral("https://mail.contoso.com:5986/wsman?MAIL")));
    EXPECT_EQ(endpoints.node(ServerName("MAIL9")), QUrl(QStringLiteral("https://MAIL9:5986/wsman?MAIL9")));
}

TEST(Endpoints, ANameThatIsNoHostNameGoesNowhere)
{
    for (const char* fqdn :
         {"evil.example/?", "user@evil.example", "evil.example:443/", "evil.example#", "a b", "", "-"}) {
        Endpoints endpoints(profile());
        endpoints.learn({server("MAIL", fqdn)});
        EXPECT_FALSE(endpoints.node(ServerName("MAIL")).isValid()) << fqdn;
        EXPECT_FALSE(endpoints.moveOn({}, std::chrono::steady_clock::now())) << fqdn;
        EXPECT_EQ(endpoints.exchange().host(), QStringLiteral("mail2.contoso.com")) << fqdn;
    }
}

TEST(Endpoints, APinIsForTheHostItWasGivenFor)
{
    auto pinned = profile();
    pinned.pinnedCertificate = QString(64, QLatin1Char('a'));
    const auto pinAt = [&](Place place, const char* url) {
        return endpointOf(pinned, {place, QUrl(QString::fromLatin1(url))}).tls.pinnedSha256;
    };
    EXPECT_EQ(pinAt(Place::Exchange, "https://mail2.contoso.com/PowerShell"), QByteArray(32, '\xAA'));
    EXPECT_EQ(pinAt(Place::Node, "https://MAIL2.contoso.com:5986/wsman"), QByteArray(32, '\xAA'));
    EXPECT_TRUE(pinAt(Place::Exchange, "https://mail.contoso.com/PowerShell").isEmpty());
    EXPECT_TRUE(pinAt(Place::Node, "https://mail.contoso.com:5986/wsman").isEmpty());
}
