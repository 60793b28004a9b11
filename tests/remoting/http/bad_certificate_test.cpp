// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Certificates that must be refused, each shown by openssl's own server, and the words in which they are.
#include "remoting/http/endpoint_probe.h"
#include "remoting/http/http_connection.h"
#include "tests/support/certificate_authority.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QSslCertificate>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::http;
using domain::ErrorKind;
using tests::CertificateOrder;

namespace {

// One of them for all tests: keys take time.
tests::CertificateAuthority& authority()
{
    static tests::CertificateAuthority made;
    return made;
}

domain::Error refusalOf(quint16 port, const TlsOptions& tls, const QString& host = QStringLiteral("localhost"))
{
    HttpConnectionOptions options;
    options.url.setScheme(QStringLiteral("https"));
    options.url.setHost(host);
    options.url.setPort(port);
    options.tls = tls;
    options.credentials = {domain::AuthenticationScheme::Basic, "user", domain::Secret("password")};
    HttpConnection connection(std::move(options));
    std::optional<domain::Result<Response>> result;
    connection.post({"<q/>"}, [&](domain::Result<Response> answer) { result = std::move(answer); });
    if (!tests::waitUntil([&] { return result.has_value(); }, 15000))
        return {ErrorKind::Internal, "no answer", {}, 0, nullptr};
    return *result ? domain::Error{ErrorKind::Internal, "it was accepted", {}, 0, nullptr} : result->error();
}

struct BadCertificate {
    const char* name;
    ErrorKind kind;
    const char* words;
    CertificateOrder order{};

    void PrintTo(const BadCertificate& certificate, std::ostream* out) { *out << certificate.name; }
    std::vector<CertificateOrder> issuers{}; // made before it
    std::vector<const char*> sent{};         // of the issuers
    QStringList options{};                   // of openssl s_server
    const char* host = "localhost";
    bool trusted = true; // the root is
};

CertificateOrder order(const char* name, const char* issuer = "root")
{
    CertificateOrder made;
    made.name = QString::fromLatin1(name);
    made.issuer = QString::fromLatin1(issuer);
    return made;
}

CertificateOrder issuerOrder(const char* name, const char* issuer = "root", const QString& more = {})
{
    auto made = order(name, issuer);
    made.subject = QStringLiteral("/CN=Test issuer ") + made.name;
    made.extensions = tests::authorityExtensions + more;
    return made;
}

template <class Change> CertificateOrder with(CertificateOrder made, Change change)
{
    change(made);
    return made;
}

CertificateOrder named(const char* name, const char* names, const char* subject = "/CN=a server")
{
    return with(order(name), [&](CertificateOrder& made) {
        made.extensions = QStringLiteral("subjectAltName=") + QString::fromLatin1(names);
        made.subject = QString::fromLatin1(subject);
    });
}

std::vector<BadCertificate> badCertificates()
{
    const auto past = QStringLiteral("20200101000000Z"), pastEnd = QStringLiteral("20210101000000Z");
    const auto future = QStringLiteral("20900101000000Z"), futureEnd = QStringLiteral("20910101000000Z");
    const auto protocol = [](const char* option) { return QStringList{QString::fromLatin1(option)}; };
    return {
        {"expired", ErrorKind::CertificateExpired, "it expired on 2021-01-01",
         with(order("expired"), [&](auto& made) { made.from = past, made.until = pastEnd; })},
        {"not-yet-valid", ErrorKind::CertificateExpired, "it is not valid before 2090-01-01",
         with(order("not-yet-valid"), [&](auto& made) { made.from = future, made.until = futureEnd; })},
        {"expired-issuer",
         ErrorKind::CertificateExpired,
         "it expired on 2021-01-01",
         order("of-expired", "expired-ca"),
         {with(issuerOrder("expired-ca"), [&](auto& made) { made.from = past, made.until = pastEnd; })},
         {"expired-ca"}},
        {"other-host", ErrorKind::CertificateOfOther, "it is not for localhost", named("other-host", "DNS:other.test")},
        {"address-in-place-of-the-name", ErrorKind::CertificateOfOther, "it is not for localhost",
         named("address", "IP:127.0.0.1")},
        {"name-in-place-of-the-address",
         ErrorKind::CertificateOfOther,
         "it is not for 127.0.0.1",
         named("name", "DNS:localhost"),
         {},
         {},
         {},
         "127.0.0.1"},
        {"wildcard-of-everything", ErrorKind::CertificateOfOther, "it is not for localhost", named("star", "DNS:*")},
        {"wildcard-within-a-name", ErrorKind::CertificateOfOther, "it is not for localhost",
         named("star-part", "DNS:loc*")},
        {"wildcard-of-another-level", ErrorKind::CertificateOfOther, "it is not for localhost",
         named("star-level", "DNS:*.localhost")},
        {"no-names", ErrorKind::CertificateOfOther, "its names: none",
         with(named("no-names", ""),
              [](auto& made) { made.extensions = QStringLiteral("basicConstraints=CA:FALSE"); })},
        {"self-signed", ErrorKind::CertificateUntrusted, "it is self-signed", order("self-signed", "self-signed")},
        {"unknown-authority",
         ErrorKind::CertificateUntrusted,
         "the certificate of its issuer is not known",
         order("of-stranger", "stranger"),
         {issuerOrder("stranger", "stranger")}},
        {"unknown-authority-sent",
         ErrorKind::CertificateUntrusted,
         "its authority is not one that this computer trusts",
         order("of-stranger-2", "stranger-2"),
         {issuerOrder("stranger-2", "stranger-2")},
         {"stranger-2"}},
        {"truncated-chain",
         ErrorKind::CertificateUntrusted,
         "the certificate of its issuer is not known",
         order("truncated", "middle"),
         {issuerOrder("middle")}},
        {"weak-key", ErrorKind::TlsFailed, "its key is weak: 1024 bits",
         with(order("weak-key"), [](auto& made) { made.key = QStringLiteral("rsa:1024"); })},
        {"weak-key-of-the-issuer",
         ErrorKind::TlsFailed,
         "its key is weak: 1024 bits",
         order("of-weak", "weak-ca"),
         {with(issuerOrder("weak-ca"), [](auto& made) { made.key = QStringLiteral("rsa:1024"); })},
         {"weak-ca"}},
        {"signed-with-sha-1", ErrorKind::TlsFailed, "it is signed with SHA-1",
         with(order("sha1"), [](auto& made) { made.digest = QStringLiteral("sha1"); })},
        {"signed-with-md5",
         ErrorKind::TlsFailed,
         "it is signed with MD5",
         order("of-md5", "md5-ca"),
         {with(issuerOrder("rsa-ca"), [](auto& made) { made.key = QStringLiteral("rsa:2048"); }),
          with(issuerOrder("md5-ca", "rsa-ca"), [](auto& made) { made.digest = QStringLiteral("md5"); })},
         {"md5-ca", "rsa-ca"}},
        {"name-constraints",
         ErrorKind::TlsFailed,
         "name constraints of CN=Test issuer constrained",
         order("of-constrained", "constrained"),
         {issuerOrder("constrained", "root", QStringLiteral("\nnameConstraints=critical,permitted;DNS:example.test"))},
         {"constrained"}},
        {"issuer-that-is-no-authority",
         ErrorKind::TlsFailed,
         "it must not issue certificates",
         order("of-no-ca", "no-ca"),
         {with(issuerOrder("no-ca"),
               [](auto& made) { made.extensions = QStringLiteral("basicConstraints=CA:FALSE"); })},
         {"no-ca"}},
        {"too-many-authorities",
         ErrorKind::TlsFailed,
         "more authorities stand between",
         order("of-deep", "deep-2"),
         {with(issuerOrder("deep-1"),
               [](auto& made) {
                   made.extensions =
                       QStringLiteral("basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=keyCertSign");
               }),
          issuerOrder("deep-2", "deep-1")},
         {"deep-2", "deep-1"}},
        {"for-clients", ErrorKind::TlsFailed, "for another purpose",
         with(order("for-clients"),
              [](auto& made) { made.extensions += QStringLiteral("\nextendedKeyUsage=clientAuth"); })},
        {"tls-1.0", ErrorKind::TlsFailed, "less than TLS 1.2 is not used", order("tls10"), {}, {}, protocol("-tls1")},
        {"tls-1.1", ErrorKind::TlsFailed, "less than TLS 1.2 is not used", order("tls11"), {}, {}, protocol("-tls1_1")},
    };
}

class BadCertificates : public ::testing::TestWithParam<BadCertificate>
{
protected:
    void SetUp() override
    {
        if (!authority().whyNot().isEmpty()) GTEST_SKIP() << authority().whyNot().toStdString();
        const auto& bad = GetParam();
        for (const auto& issuer : bad.issuers)
            ASSERT_TRUE(authority().issue(issuer));
        ASSERT_TRUE(authority().issue(bad.order));
        QStringList sent;
        for (const auto* issuer : bad.sent)
            sent += authority().certificate(QString::fromLatin1(issuer));
        const auto chain =
            sent.isEmpty() ? QString() : authority().joined(bad.order.name + QStringLiteral(".chain"), sent);
        server = std::make_unique<tests::OpensslServer>(authority(), bad.order.name, chain, bad.options);
        ASSERT_NE(server->port(), 0);
        trust.extraAuthorities = authority().certificate(QStringLiteral("root"));
    }
    [[nodiscard]] domain::Error refusal() const
    {
        return refusalOf(server->port(), trust, QString::fromLatin1(GetParam().host));
    }
    [[nodiscard]] QByteArray fingerprint() const
    {
        return QSslCertificate::fromPath(authority().certificate(GetParam().order.name))
            .value(0)
            .digest(QCryptographicHash::Sha256);
    }

    TlsOptions trust;
    std::unique_ptr<tests::OpensslServer> server;
};

} // namespace

// A pin settles who has issued a certificate and for whom, and nothing else.
TEST_P(BadCertificates, IsRefusedInItsOwnWordsAndAPinSettlesTrustAndNameAlone)
{
    const auto kind = GetParam().kind;
    const auto error = refusal();
    EXPECT_EQ(error.kind, kind) << error.summary();
    EXPECT_NE(error.detail.find(GetParam().words), std::string::npos) << error.summary();
    for (const char* empty : {"Unknown error", "Unspecified", "No error"})
        EXPECT_EQ(error.detail.find(empty), std::string::npos) << error.summary();
    trust.pinnedSha256 = fingerprint();
    const auto pinned = refusal();
    const bool settled = kind == ErrorKind::CertificateUntrusted || kind == ErrorKind::CertificateOfOther;
    EXPECT_EQ(pinned.kind != kind, settled) << pinned.summary();
}

INSTANTIATE_TEST_SUITE_P(Certificates, BadCertificates, ::testing::ValuesIn(badCertificates()), [](const auto& one) {
    std::string name = one.param.name;
    std::ranges::replace_if(
        name, [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
});

namespace {

domain::EndpointFindings findingsOf(const tests::OpensslServer& server, const TlsOptions& tls)
{
    QUrl url(QStringLiteral("https://localhost/"));
    url.setPort(server.port());
    std::optional<domain::EndpointFindings> found;
    new EndpointProbe(url, tls, std::chrono::seconds(10),
                      [&](domain::EndpointFindings all) { found = std::move(all); });
    EXPECT_TRUE(tests::waitUntil([&] { return found.has_value(); }, 15000));
    return found.value_or(domain::EndpointFindings());
}

} // namespace

TEST(EndpointProbe, ShowsACertificateWhetherItIsTrustedOrNot)
{
    if (!authority().whyNot().isEmpty()) GTEST_SKIP() << authority().whyNot().toStdString();
    ASSERT_TRUE(authority().issue(issuerOrder("good-ca")));
    ASSERT_TRUE(authority().issue(order("good", "good-ca")));
    const tests::OpensslServer server(authority(), QStringLiteral("good"),
                                      authority().certificate(QStringLiteral("good-ca")));
    TlsOptions trust;
    const auto stranger = findingsOf(server, trust);
    ASSERT_TRUE(stranger.tls && !*stranger.tls && stranger.certificate);
    EXPECT_EQ(stranger.tls->error().kind, ErrorKind::CertificateUntrusted) << stranger.tls->error().summary();
    EXPECT_TRUE(stranger.certificate->pinnable);
    EXPECT_FALSE(stranger.certificate->problems.empty());
    trust.extraAuthorities = authority().certificate(QStringLiteral("root"));
    const auto known = findingsOf(server, trust);
    ASSERT_TRUE(known.tls && known.certificate);
    ASSERT_TRUE(*known.tls) << known.tls->error().summary();
    EXPECT_EQ(**known.tls, "TLS 1.3");
    EXPECT_EQ(known.certificate->host, "localhost");
    EXPECT_EQ(known.certificate->subject, "CN=localhost");
    EXPECT_EQ(known.certificate->issuer, "CN=Test issuer good-ca");
    EXPECT_EQ(known.certificate->names, std::vector<std::string>{"localhost"});
    EXPECT_EQ(known.certificate->validUntil - known.certificate->validFrom, std::chrono::days(2));
    EXPECT_EQ(known.certificate->sha256, stranger.certificate->sha256);
    EXPECT_TRUE(known.certificate->problems.empty());
}

TEST(BadSignature, IsRefused)
{
    if (!authority().whyNot().isEmpty()) GTEST_SKIP() << authority().whyNot().toStdString();
    ASSERT_TRUE(authority().issue(order("forged")));
    auto der = QSslCertificate::fromPath(authority().certificate(QStringLiteral("forged"))).value(0).toDer();
    der[der.size() - 1] = static_cast<char>(der.back() ^ 1);
    QFile out(authority().certificate(QStringLiteral("forged")));
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(QSslCertificate(der, QSsl::Der).toPem());
    out.close();
    const tests::OpensslServer server(authority(), QStringLiteral("forged"));
    TlsOptions trust;
    trust.extraAuthorities = authority().certificate(QStringLiteral("root"));
    const auto error = refusalOf(server.port(), trust);
    EXPECT_EQ(error.kind, ErrorKind::TlsFailed) << error.summary();
    EXPECT_NE(error.detail.find("its signature is not that of its issuer"), std::string::npos) << error.summary();
}
