// The lab behind TLS, with a certificate that the client pins.
#include "tests/remoting/lab_server/wire_client.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace drydock::lab {
namespace {

// Certificate and key in one file, made by the openssl command.
bool makePem(const QString& openssl, const QTemporaryDir& folder, const QString& pem)
{
    const auto key = folder.filePath(QStringLiteral("key.pem")),
               certificate = folder.filePath(QStringLiteral("cert.pem"));
    const QStringList arguments{QStringLiteral("req"),
                                QStringLiteral("-x509"),
                                QStringLiteral("-newkey"),
                                QStringLiteral("ec"),
                                QStringLiteral("-pkeyopt"),
                                QStringLiteral("ec_paramgen_curve:P-256"),
                                QStringLiteral("-nodes"),
                                QStringLiteral("-keyout"),
                                key,
                                QStringLiteral("-out"),
                                certificate,
                                QStringLiteral("-days"),
                                QStringLiteral("2"),
                                QStringLiteral("-subj"),
                                QStringLiteral("/CN=lab"),
                                QStringLiteral("-addext"),
                                QStringLiteral("subjectAltName=IP:127.0.0.1")};
    if (QProcess::execute(openssl, arguments) != 0) return false;
    QFile out(pem), first(certificate), second(key);
    if (!out.open(QIODevice::WriteOnly) || !first.open(QIODevice::ReadOnly) || !second.open(QIODevice::ReadOnly))
        return false;
    const QByteArray all = first.readAll() + second.readAll();
    return out.write(all) == all.size();
}

TEST(LabOverTls, ServesAClientThatPinsItsCertificate)
{
    const auto openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty()) GTEST_SKIP() << "no openssl command to make a certificate with";
    if (!QSslSocket::supportsSsl()) GTEST_SKIP() << "this Qt has no TLS";
    QTemporaryDir folder;
    const auto pem = folder.filePath(QStringLiteral("lab.pem"));
    ASSERT_TRUE(makePem(openssl, folder, pem));
    LabServer server;
    LabOptions options;
    options.scenario = *loadScenario("seed");
    options.tlsPemFile = pem;
    const auto listening = server.start(std::move(options));
    ASSERT_TRUE(listening) << listening.error().summary();
    EXPECT_THAT(listening->exchangeUrl, ::testing::StartsWith("https://127.0.0.1:"));

    http::LaneOptions lane;
    lane.url = QUrl(QString::fromStdString(listening->exchangeUrl));
    lane.credentials = {auth::Scheme::Basic, "LAB\\admin", domain::Secret(std::string(defaultLabPassword))};
    lane.tls.pinnedSha256 = QSslCertificate::fromPath(pem).value(0).digest(QCryptographicHash::Sha256);
    http::Lane client(std::move(lane));
    std::optional<domain::Result<http::Response>> answer;
    client.post({"<nonsense/>"}, [&](auto came) { answer = std::move(came); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10'000));
    ASSERT_FALSE(*answer);
    EXPECT_EQ(answer->error().code, 400) << "it got as far as the envelope: " << answer->error().summary();
}

} // namespace
} // namespace drydock::lab
