// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/http_connection.h"
#include "tests/remoting/http/script_server.h"
#include "tests/support/certificate.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::http;
using domain::ErrorKind;

namespace {

class Tls : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!made.whyNot().isEmpty()) GTEST_SKIP() << made.whyNot().toStdString();
        QFile key(made.keyFile());
        ASSERT_TRUE(key.open(QIODevice::ReadOnly));
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate::fromPath(made.certificateFile()).value(0));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        server = std::make_unique<tests::ScriptServer>(&configuration);
    }

    domain::Result<Response> post(TlsOptions tls, const QString& host = QStringLiteral("127.0.0.1"))
    {
        HttpConnectionOptions options;
        options.url = server->url();
        options.url.setHost(host);
        options.tls = std::move(tls);
        options.credentials = {domain::AuthenticationScheme::Basic, "user", domain::Secret("password")};
        connection = std::make_unique<HttpConnection>(std::move(options));
        std::optional<domain::Result<Response>> result;
        connection->post({"<q/>"}, [&](domain::Result<Response> answer) { result = std::move(answer); });
        if (!tests::waitUntil([&] { return result.has_value(); }, 15000))
            return domain::fail(ErrorKind::Internal, "test", "no answer");
        return *result;
    }

    tests::TestCertificate made;
    std::unique_ptr<tests::ScriptServer> server;
    std::unique_ptr<HttpConnection> connection;
};

} // namespace

TEST_F(Tls, AnUnknownCertificateIsRefusedAndDescribed)
{
    const auto result = post({});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::CertificateUntrusted);
    const auto fingerprint = made.sha256().toHex(':').toUpper().toStdString();
    EXPECT_NE(result.error().detail.find(fingerprint), std::string::npos) << result.error().detail;
    EXPECT_TRUE(server->requests.empty());
}

TEST_F(Tls, ThePinnedCertificateIsAccepted)
{
    const auto result = post({made.sha256(), {}});
    ASSERT_TRUE(result) << result.error().summary();
    EXPECT_EQ(server->requests.size(), 1U);
    EXPECT_TRUE(post({made.sha256(), {}}, QStringLiteral("localhost"))) << "the pin settles the name too";
}

TEST_F(Tls, AnotherThanThePinnedCertificateIsRefusedEvenWhenItIsTrusted)
{
    const auto result = post({QByteArray(32, 'x'), made.certificateFile()});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::CertificateNotPinned);
    EXPECT_NE(result.error().detail.find("not the pinned certificate"), std::string::npos);
    EXPECT_TRUE(server->requests.empty());
}

TEST_F(Tls, AnExtraAuthorityIsTrustedForItsNames)
{
    EXPECT_TRUE(post({{}, made.certificateFile()}));
    const auto wrongName = post({{}, made.certificateFile()}, QStringLiteral("localhost"));
    ASSERT_FALSE(wrongName);
    EXPECT_EQ(wrongName.error().kind, ErrorKind::CertificateOfOther);
    EXPECT_EQ(server->requests.size(), 1U);
    const auto noFile = post({{}, made.keyFile()});
    ASSERT_FALSE(noFile);
    EXPECT_EQ(noFile.error().kind, ErrorKind::TlsFailed);
}

TEST_F(Tls, ARequestIsNotSentTwiceOverTls)
{
    int number = 0;
    server->script = [&](const ServerRequest&, int) {
        return tests::InjectedFault{
            ++number == 2 ? tests::InjectedFault::Kind::DropBefore : tests::InjectedFault::Kind::Answer, {}, 0, 0};
    };
    ASSERT_TRUE(post({made.sha256(), {}}));
    std::optional<domain::Result<Response>> result;
    connection->post({"<q/>"}, [&](domain::Result<Response> answer) { result = std::move(answer); });
    ASSERT_TRUE(tests::waitUntil([&] { return result.has_value(); }, 15000));
    ASSERT_FALSE(result->has_value());
    EXPECT_EQ(result->error().kind, ErrorKind::OutcomeUnknown);
    EXPECT_EQ(server->requests.size(), 2U);
    EXPECT_EQ(server->connections, 1);
}

TEST_F(Tls, APlainServerIsATlsError)
{
    tests::ScriptServer plain;
    HttpConnectionOptions options;
    options.url = plain.url();
    options.url.setScheme(QStringLiteral("https"));
    HttpConnection toPlain(std::move(options));
    std::optional<domain::Result<Response>> result;
    toPlain.post({"<q/>"}, [&](domain::Result<Response> answer) { result = std::move(answer); });
    ASSERT_TRUE(tests::waitUntil([&] { return result.has_value(); }, 15000));
    ASSERT_FALSE(result->has_value());
    EXPECT_EQ(result->error().kind, ErrorKind::TlsFailed) << result->error().summary();
}
