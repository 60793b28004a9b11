// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/healthcheck_probe.h"
#include "tests/remoting/http/script_server.h"
#include "tests/support/certificate.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::http;

namespace {

std::optional<domain::Healthchecks> probe(const QUrl& origin, TlsOptions tls = {},
                                          std::chrono::milliseconds timeout = std::chrono::seconds(15))
{
    std::optional<domain::Healthchecks> found;
    new HealthcheckProbe(origin, std::move(tls), timeout,
                         [&found](domain::Healthchecks answer) { found = std::move(answer); });
    EXPECT_TRUE(tests::waitUntil([&] { return found.has_value(); }, 20'000));
    return found;
}

Response page(int status)
{
    Response response;
    response.status = status;
    response.body = "200 OK<br/>MAIL";
    return response;
}

} // namespace

TEST(HealthcheckProbe, AsksEveryProtocolOverOneConnectionWithoutCredentials)
{
    tests::ScriptServer server;
    server.handler = [](const ServerRequest& request) {
        return page(request.target == "/x/ews/healthcheck.htm" ? 503 : 200);
    };
    const auto found = probe(server.url(QStringLiteral("/x")));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->asked(), 8);
    EXPECT_EQ(found->serving(), 7);
    EXPECT_EQ(found->answers[1], (domain::HealthcheckAnswer{"ews", 503}));
    EXPECT_EQ(server.connections, 1);
    for (const auto& request : server.requests) {
        EXPECT_EQ(request.method, "GET");
        EXPECT_TRUE(find(request.headers, "Authorization").empty());
    }
}

TEST(HealthcheckProbe, AProtocolWhoseConnectionIsDroppedHasNoAnswer)
{
    tests::ScriptServer server;
    server.handler = [](const ServerRequest&) { return page(200); };
    server.script = [](const ServerRequest& request, int) {
        tests::InjectedFault fault;
        if (request.target.starts_with("/mapi/")) fault.kind = tests::InjectedFault::Kind::DropBefore;
        return fault;
    };
    const auto found = probe(server.url(QString()));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->serving(), 7);
    EXPECT_EQ(found->answers[2], (domain::HealthcheckAnswer{"mapi", 0}));
    EXPECT_EQ(server.connections, 3)
        << "once more for it, since the connection may have been an idle one, and after it";
}

TEST(HealthcheckProbe, ARedirectionIsNotFollowed)
{
    tests::ScriptServer server;
    server.handler = [&server](const ServerRequest&) {
        auto response = page(302);
        response.headers = {{"Location", server.url(QStringLiteral("/elsewhere")).toString().toStdString()}};
        return response;
    };
    const auto found = probe(server.url(QString()));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->serving(), 0);
    EXPECT_EQ(server.requests.size(), 8U);
}

TEST(HealthcheckProbe, AServerThatCannotBeReachedAnswersNothing)
{
    tests::ScriptServer server;
    const auto url = server.url(QString());
    server.stopListening();
    const auto found = probe(url);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->asked(), 8);
    EXPECT_EQ(found->serving(), 0);
    EXPECT_FALSE(found->problem.empty());
}

TEST(HealthcheckProbe, ASilentServerEndsWithItsTime)
{
    tests::ScriptServer server;
    server.script = [](const ServerRequest&, int) {
        tests::InjectedFault fault;
        fault.kind = tests::InjectedFault::Kind::Silent;
        return fault;
    };
    const auto found = probe(server.url(QString()), {}, std::chrono::milliseconds(50));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->serving(), 0);
    EXPECT_EQ(found->problem, "no answer in time");
}

TEST(HealthcheckProbe, ACertificateForAnotherNameIsToldAndAnUntrustedOneRefused)
{
    const tests::TestCertificate made;
    if (!made.whyNot().isEmpty()) GTEST_SKIP() << made.whyNot().toStdString();
    QFile key(made.keyFile());
    ASSERT_TRUE(key.open(QIODevice::ReadOnly));
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate::fromPath(made.certificateFile()).value(0));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    tests::ScriptServer server(&configuration);
    server.handler = [](const ServerRequest&) { return page(200); };
    const auto untrusted = probe(server.url(QString()));
    ASSERT_TRUE(untrusted);
    EXPECT_EQ(untrusted->serving(), 0);
    EXPECT_TRUE(server.requests.empty());
    TlsOptions trusting;
    trusting.extraAuthorities = made.certificateFile();
    const auto right = probe(server.url(QString()), trusting);
    EXPECT_EQ(right->serving(), 8) << right->problem;
    EXPECT_TRUE(right->certificateNames.empty());
    auto other = server.url(QString());
    other.setHost(QStringLiteral("localhost"));
    const auto found = probe(other, trusting);
    EXPECT_EQ(found->serving(), 8) << found->problem;
    EXPECT_EQ(found->certificateNames, "127.0.0.1");
}
