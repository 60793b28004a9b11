#include "remoting/http/lane.h"
#include "tests/remoting/http/script_server.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::http;
using domain::ErrorKind;

namespace {

// A self-signed certificate for 127.0.0.1, made by the openssl command.
class Tls : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const auto openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        if (openssl.isEmpty()) GTEST_SKIP() << "no openssl command to make a certificate with";
        if (!QSslSocket::supportsSsl()) GTEST_SKIP() << "this Qt has no TLS";
        ASSERT_EQ(
            QProcess::execute(openssl, {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                        QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                        QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                                        QStringLiteral("-keyout"), file("key.pem"), QStringLiteral("-out"),
                                        file("certificate.pem"), QStringLiteral("-days"), QStringLiteral("2"),
                                        QStringLiteral("-subj"), QStringLiteral("/CN=drydock-test"),
                                        QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1")}),
            0);
        certificate = QSslCertificate::fromPath(file("certificate.pem")).value(0);
        QFile key(file("key.pem"));
        ASSERT_TRUE(key.open(QIODevice::ReadOnly));
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate);
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        server = std::make_unique<tests::ScriptServer>(&configuration);
    }

    [[nodiscard]] QString file(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }

    domain::Result<Response> post(TlsOptions tls, const QString& host = QStringLiteral("127.0.0.1"))
    {
        LaneOptions options;
        options.url = server->url();
        options.url.setHost(host);
        options.tls = std::move(tls);
        options.credentials = {auth::Scheme::Basic, "user", domain::Secret("password")};
        lane = std::make_unique<Lane>(std::move(options));
        std::optional<domain::Result<Response>> result;
        lane->post({"<q/>"}, [&](domain::Result<Response> answer) { result = std::move(answer); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 15000))
            return domain::fail(ErrorKind::Internal, "test", "no answer");
        return *result;
    }

    QTemporaryDir folder;
    QSslCertificate certificate;
    std::unique_ptr<tests::ScriptServer> server;
    std::unique_ptr<Lane> lane;
};

} // namespace

TEST_F(Tls, AnUnknownCertificateIsRefusedAndDescribed)
{
    const auto result = post({});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::TlsFailed);
    const auto fingerprint = certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper().toStdString();
    EXPECT_NE(result.error().detail.find(fingerprint), std::string::npos) << result.error().detail;
    EXPECT_TRUE(server->requests.empty());
}

TEST_F(Tls, ThePinnedCertificateIsAccepted)
{
    const auto result = post({certificate.digest(QCryptographicHash::Sha256), {}});
    ASSERT_TRUE(result) << result.error().summary();
    EXPECT_EQ(server->requests.size(), 1U);
    EXPECT_TRUE(post({certificate.digest(QCryptographicHash::Sha256), {}}, QStringLiteral("localhost")))
        << "the pin settles the name too";
}

TEST_F(Tls, AnotherThanThePinnedCertificateIsRefusedEvenWhenItIsTrusted)
{
    const auto result = post({QByteArray(32, 'x'), file("certificate.pem")});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::TlsFailed);
    EXPECT_NE(result.error().detail.find("not the pinned certificate"), std::string::npos);
    EXPECT_TRUE(server->requests.empty());
}

TEST_F(Tls, AnExtraAuthorityIsTrustedForItsNames)
{
    EXPECT_TRUE(post({{}, file("certificate.pem")}));
    const auto wrongName = post({{}, file("certificate.pem")}, QStringLiteral("localhost"));
    ASSERT_FALSE(wrongName);
    EXPECT_EQ(wrongName.error().kind, ErrorKind::TlsFailed);
    EXPECT_EQ(server->requests.size(), 1U);
    const auto noFile = post({{}, file("key.pem")});
    ASSERT_FALSE(noFile);
    EXPECT_EQ(noFile.error().kind, ErrorKind::TlsFailed);
}

TEST_F(Tls, NothingIsSentTwiceOverTlsEither)
{
    int number = 0;
    server->script = [&](const ServerRequest&, int) {
        return tests::Fate{++number == 2 ? tests::Fate::Kind::DropBefore : tests::Fate::Kind::Answer, {}, 0, 0};
    };
    ASSERT_TRUE(post({certificate.digest(QCryptographicHash::Sha256), {}}));
    std::optional<domain::Result<Response>> result;
    lane->post({"<q/>"}, [&](domain::Result<Response> answer) { result = std::move(answer); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return result.has_value(); }, 15000));
    ASSERT_FALSE(result->has_value());
    EXPECT_EQ(result->error().kind, ErrorKind::OutcomeUnknown);
    EXPECT_EQ(server->requests.size(), 2U);
    EXPECT_EQ(server->connections, 1);
}

TEST_F(Tls, APlainServerIsATlsError)
{
    tests::ScriptServer plain;
    LaneOptions options;
    options.url = plain.url();
    options.url.setScheme(QStringLiteral("https"));
    Lane toPlain(std::move(options));
    std::optional<domain::Result<Response>> result;
    toPlain.post({"<q/>"}, [&](domain::Result<Response> answer) { result = std::move(answer); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return result.has_value(); }, 15000));
    ASSERT_FALSE(result->has_value());
    EXPECT_EQ(result->error().kind, ErrorKind::TlsFailed) << result->error().summary();
}
