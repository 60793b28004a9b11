// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Connections that authenticate by Kerberos and seal, against a server that accepts them and may cheat.
#include "remoting/auth/acceptor.h"
#include "remoting/auth/sealed_body.h"
#include "remoting/http/http_connection.h"
#include "tests/remoting/http/script_server.h"
#include "tests/support/certificate.h"
#include "tests/support/kerberos_realm.h"
#include "tests/support/qt_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QSslConfiguration>
#include <QSslKey>

#include <optional>

using namespace drydock;
using namespace drydock::http;
using namespace std::chrono_literals;
using domain::ErrorKind;
using tests::KerberosRealm;
using tests::ScriptServer;
using Scheme = domain::AuthenticationScheme;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

// What the server does in place of what it should.
enum class Trick {
    None,
    OffersBasic,          // 401 without the scheme
    SkipsItsProof,        // 200 without a token
    ProvesNonsense,       // 200 with a token that is none
    RefusesAll,           // 401 with the scheme, whatever the client sends
    RefusesWithWrongDate, // the same, years ago
    EndsAfterProof,       // the connection ends after the authentication
    AnswersPlain,         // an envelope that is not sealed
    EndsPlain,            // the same without a length, up to the end of the connection
    FaultsPlain,          // the same with status 500
    AnswersHtml,          // the page of a web server
    AnswersChanged,       // one bit differs
    AnswersLonger,        // another length than announced
    Replays,              // the first answer once more
    ForgetsOnce,          // 401 for the second request of a connection, which is not read
    RefusesOncePlain,     // the second request is carried out, and answered by an unsealed refusal
};

// Accepts one connection at a time and echoes what it unseals.
class Accepting
{
public:
    explicit Accepting(const KerberosRealm& realm, Scheme useScheme = Scheme::Kerberos,
                       const QSslConfiguration* tls = nullptr, std::string binding = {})
        : server(tls), scheme(useScheme), m_binding(std::move(binding)),
          m_acceptor(std::move(*auth::makeAcceptor({useScheme, realm.keytab().toStdString()})))
    {
        server.handler = [this](const ServerRequest& request) { return answer(request); };
        server.script = [this](const ServerRequest& request, int) {
            if (trick == Trick::EndsPlain && !request.body.empty())
                return tests::InjectedFault{tests::InjectedFault::Kind::Raw,
                                            "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml;charset=UTF-8"
                                            "\r\n\r\n<plain/>",
                                            0, 0};
            const bool ends = trick == Trick::EndsAfterProof && request.body.empty();
            return tests::InjectedFault{
                ends ? tests::InjectedFault::Kind::DropAfter : tests::InjectedFault::Kind::Answer, {}, 0, 0};
        };
    }

    ScriptServer server;
    Scheme scheme;
    Trick trick = Trick::None;
    int refusalStatus = 401; // the status of RefusesOncePlain
    int logons = 0;
    std::vector<std::string> texts; // that were unsealed

private:
    Response answer(const ServerRequest& request)
    {
        const std::string word = auth::tokenHeader(scheme, {});
        const auto refused = [](std::string offer) { return Response{401, {}, {{"WWW-Authenticate", offer}}, {}}; };
        if (trick == Trick::OffersBasic) return refused("Basic realm=\"x\"");
        auto refusal = refused(word);
        if (trick == Trick::RefusesWithWrongDate) refusal.headers.emplace_back("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
        if (trick == Trick::RefusesAll || trick == Trick::RefusesWithWrongDate) return refusal;
        if (const auto token = auth::readToken(find(request.headers, "Authorization"), scheme)) return accept(*token);
        if (!m_context || (trick == Trick::ForgetsOnce && logons == 1 && texts.size() == 1)) return refusal;
        return echo(request);
    }

    Response accept(const std::string& token)
    {
        m_context = m_acceptor->newContext(m_binding);
        const auto proof = m_context->step(token);
        if (!proof) return {401, {}, {{"WWW-Authenticate", auth::tokenHeader(scheme, {})}}, {}};
        ++logons;
        if (trick == Trick::SkipsItsProof) return {200, {}, {}, {}};
        const std::string given = trick == Trick::ProvesNonsense ? "nonsense" : *proof;
        return {200, {}, {{"WWW-Authenticate", auth::tokenHeader(scheme, given)}}, {}};
    }

    Response echo(const ServerRequest& request)
    {
        const auto body = m_binding.empty()
                              ? auth::unsealBody(*m_context, find(request.headers, "Content-Type"), request.body)
                              : auth::UnsealedBody{{}, request.body};
        EXPECT_TRUE(body) << body.error().summary();
        if (!body) return {400, {}, {}, {}};
        texts.push_back(body->text);
        if (trick == Trick::RefusesOncePlain && texts.size() == 2) return {refusalStatus, {}, {}, {}};
        if (trick == Trick::AnswersPlain || !m_binding.empty()) return tests::soap("<plain/>");
        if (trick == Trick::FaultsPlain) return tests::soap("<fault/>", 500);
        if (trick == Trick::AnswersHtml) return {500, {}, {{"Content-Type", "text/html"}}, "<html>"};
        const auto protocol = auth::sealingProtocol(scheme);
        auto sealed = *auth::sealBody(*m_context, protocol, soapType, "<a>" + body->text + "</a>");
        if (trick == Trick::AnswersChanged) sealed[sealed.rfind("--Encrypted") - 1] ^= 1;
        if (trick == Trick::AnswersLonger) sealed.replace(sealed.find("Length=") + 7, 1, "9");
        if (m_first.empty()) m_first = sealed;
        if (trick == Trick::Replays) sealed = m_first;
        return {200, {}, {{"Content-Type", auth::sealedContentType(protocol)}}, sealed};
    }

    std::string m_binding;
    std::unique_ptr<auth::Acceptor> m_acceptor;
    std::shared_ptr<auth::SecurityContext> m_context;
    std::string m_first;
};

class SealedConnection : public ::testing::Test
{
protected:
    static void SetUpTestSuite() { s_realm = std::make_unique<KerberosRealm>(); }
    static void TearDownTestSuite() { s_realm.reset(); }
    void SetUp() override
    {
        if (!s_realm->whyNot().isEmpty()) GTEST_SKIP() << s_realm->whyNot().toStdString();
    }

    static HttpConnectionOptions optionsFor(const Accepting& accepting, const char* password = KerberosRealm::password)
    {
        HttpConnectionOptions options;
        options.url = accepting.server.url(QStringLiteral("/PowerShell"));
        options.url.setHost(QStringLiteral("localhost"));
        options.credentials = {accepting.scheme, "admin", domain::Secret(std::string(password))};
        return options;
    }
    static domain::Result<Response> post(HttpConnection& connection, std::string body = "<q/>")
    {
        std::optional<domain::Result<Response>> result;
        connection.post({std::move(body), 10s}, [&](domain::Result<Response> answer) { result = std::move(answer); });
        EXPECT_FALSE(result) << "an answer must never come from within post()";
        if (!tests::waitUntil([&] { return result.has_value(); }, 40'000))
            return domain::fail(ErrorKind::Internal, "test", "no answer at all");
        return *result;
    }
    static ErrorKind kindOf(const domain::Result<Response>& result)
    {
        return result ? ErrorKind::Internal : result.error().kind;
    }

    static std::unique_ptr<KerberosRealm> s_realm;
};

std::unique_ptr<KerberosRealm> SealedConnection::s_realm;

} // namespace

TEST_F(SealedConnection, AuthenticatesOnceWithAnEmptyBodyAndSealsEveryRequest)
{
    for (const auto scheme : {Scheme::Kerberos, Scheme::Negotiate}) {
        Accepting accepting(*s_realm, scheme);
        HttpConnection connection(optionsFor(accepting));
        for (int i = 0; i < 3; ++i) {
            const auto response = post(connection, "<q>" + std::to_string(i) + "</q>");
            ASSERT_TRUE(response) << response.error().summary();
            EXPECT_EQ(response->body, "<a><q>" + std::to_string(i) + "</q></a>");
            EXPECT_EQ(find(response->headers, "Content-Type"), soapType);
        }
        const auto& requests = accepting.server.requests;
        ASSERT_EQ(requests.size(), 4U) << "one round of authentication";
        EXPECT_EQ(accepting.server.connections, 1);
        EXPECT_EQ(requests[0].body, "");
        EXPECT_THAT(std::string(find(requests[0].headers, "Authorization")), StartsWith(auth::tokenHeader(scheme, {})));
        for (std::size_t i = 1; i < 4; ++i) {
            EXPECT_EQ(find(requests[i].headers, "Authorization"), "");
            EXPECT_EQ(find(requests[i].headers, "Content-Type"),
                      auth::sealedContentType(auth::sealingProtocol(scheme)));
            EXPECT_THAT(requests[i].body, Not(HasSubstr("<q>")));
        }
    }
}

// The downgrade table: each way a server can try to get a weaker scheme, an unproven server or an unsealed message.
TEST_F(SealedConnection, ACheatingServerIsRefused)
{
    struct Row {
        Trick trick;
        ErrorKind kind;
        const char* detail;
        std::size_t requests;
    };
    const Row rows[] = {
        {Trick::OffersBasic, ErrorKind::NotAuthenticated, "offers Basic; it does not offer Kerberos", 1},
        {Trick::SkipsItsProof, ErrorKind::ServerNotProven, "without proving", 1},
        {Trick::ProvesNonsense, ErrorKind::NotAuthenticated, "", 1},
        {Trick::RefusesAll, ErrorKind::NotAuthenticated, "401", 1},
        {Trick::RefusesWithWrongDate, ErrorKind::ClockSkew, "clock differs by -", 1},
        {Trick::EndsAfterProof, ErrorKind::ConnectionLost, "", 1},
        {Trick::AnswersPlain, ErrorKind::ServerNotProven, "not sealed", 2},
        {Trick::EndsPlain, ErrorKind::ServerNotProven, "not sealed", 2},
        {Trick::FaultsPlain, ErrorKind::ServerNotProven, "not sealed", 2},
        {Trick::AnswersHtml, ErrorKind::NotWsMan, "text/html", 2},
        {Trick::AnswersChanged, ErrorKind::ServerNotProven, "", 2},
        {Trick::AnswersLonger, ErrorKind::Malformed, "were announced", 2},
    };
    for (const auto& row : rows) {
        Accepting accepting(*s_realm);
        accepting.trick = row.trick;
        HttpConnection connection(optionsFor(accepting));
        const auto response = post(connection);
        EXPECT_EQ(kindOf(response), row.kind) << static_cast<int>(row.trick);
        if (!response) {
            EXPECT_THAT(response.error().detail, HasSubstr(row.detail));
        }
        EXPECT_EQ(accepting.server.requests.size(), row.requests) << static_cast<int>(row.trick);
        for (const auto& request : accepting.server.requests)
            EXPECT_THAT(request.body, Not(HasSubstr("<q/>"))) << "nothing leaves unsealed";
        EXPECT_EQ(connection.findChild<QTcpSocket*>(), nullptr) << "the connection is not used again";
    }
}

TEST_F(SealedConnection, AnAnswerThatComesTwiceIsRefused)
{
    Accepting accepting(*s_realm);
    accepting.trick = Trick::Replays;
    HttpConnection connection(optionsFor(accepting));
    ASSERT_TRUE(post(connection));
    EXPECT_EQ(kindOf(post(connection)), ErrorKind::ServerNotProven);
}

TEST_F(SealedConnection, ALostConnectionAuthenticatesAnew)
{
    Accepting accepting(*s_realm);
    HttpConnection connection(optionsFor(accepting));
    ASSERT_TRUE(post(connection));
    accepting.server.closeConnections();
    ASSERT_TRUE(post(connection));
    EXPECT_EQ(accepting.logons, 2);
    EXPECT_EQ(connection.connectionCount(), 2);
}

// Anybody on the way can write a plain 401. The request may have run, and is not sent a second time.
TEST_F(SealedConnection, ARequestThatAnUnsealedRefusalAnswersIsNotSentAgain)
{
    for (const int status : {401, 403, 503}) {
        Accepting accepting(*s_realm);
        accepting.trick = Trick::RefusesOncePlain;
        accepting.refusalStatus = status;
        HttpConnection connection(optionsFor(accepting));
        ASSERT_TRUE(post(connection, "<one/>"));
        const auto second = post(connection, "<two/>");
        EXPECT_EQ(kindOf(second), ErrorKind::OutcomeUnknown) << status;
        EXPECT_THAT(second.error().detail, HasSubstr("not sealed"));
        EXPECT_EQ(accepting.texts, (std::vector<std::string>{"<one/>", "<two/>"})) << "it was read, and once only";
        EXPECT_TRUE(post(connection, "<three/>")) << "the credentials were not refused";
        EXPECT_EQ(accepting.logons, 2) << "over a new connection";
    }
}

TEST_F(SealedConnection, ARefusedPasswordIsNotOfferedAgain)
{
    Accepting accepting(*s_realm);
    HttpConnection connection(optionsFor(accepting));
    ASSERT_TRUE(post(connection));
    accepting.server.closeConnections();
    accepting.trick = Trick::RefusesAll;
    const auto before = accepting.server.requests.size();
    EXPECT_EQ(kindOf(post(connection)), ErrorKind::NotAuthenticated);
    EXPECT_EQ(accepting.server.requests.size(), before + 1) << "one authentication";
    EXPECT_EQ(kindOf(post(connection)), ErrorKind::NotAuthenticated);
    EXPECT_EQ(accepting.server.requests.size(), before + 1);
}

TEST_F(SealedConnection, AWrongPasswordOpensNoSecondAttempt)
{
    Accepting accepting(*s_realm);
    HttpConnection connection(optionsFor(accepting, "wrong"));
    EXPECT_EQ(kindOf(post(connection)), ErrorKind::NotAuthenticated);
    EXPECT_TRUE(accepting.server.requests.empty()) << "the domain controller refused it";
}

TEST_F(SealedConnection, AnUnknownServiceNameIsReportedAndAGivenOneIsUsed)
{
    Accepting accepting(*s_realm);
    auto options = optionsFor(accepting);
    options.url.setHost(QStringLiteral("127.0.0.1"));
    auto named = options.clone();
    named.servicePrincipal = "HTTP/localhost";
    HttpConnection address(std::move(options)), byName(std::move(named));
    EXPECT_EQ(kindOf(post(address)), ErrorKind::BadAddress);
    EXPECT_TRUE(post(byName));
    auto other = optionsFor(accepting);
    other.servicePrincipal = "HTTP/other.drydock.test";
    HttpConnection unknown(std::move(other));
    EXPECT_EQ(kindOf(post(unknown)), ErrorKind::UnknownServicePrincipal);
    EXPECT_TRUE(accepting.server.requests.size() == 2U) << "nothing is sent without a ticket";
}

TEST_F(SealedConnection, OverTlsTheContextIsBoundToTheCertificateAndTheBodyIsPlain)
{
    const tests::TestCertificate certificate;
    if (!certificate.whyNot().isEmpty()) GTEST_SKIP() << certificate.whyNot().toStdString();
    QSslConfiguration tls;
    const auto chain = QSslCertificate::fromPath(certificate.certificateFile());
    QFile key(certificate.keyFile());
    ASSERT_TRUE(key.open(QIODevice::ReadOnly));
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    const auto hash = [&](QCryptographicHash::Algorithm algorithm) {
        return "tls-server-end-point:" + chain.value(0).digest(algorithm).toStdString();
    };
    for (const bool right : {true, false}) {
        Accepting accepting(*s_realm, Scheme::Negotiate, &tls,
                            hash(right ? QCryptographicHash::Sha256 : QCryptographicHash::Sha384));
        auto options = optionsFor(accepting);
        options.tls.pinnedSha256 = certificate.sha256();
        HttpConnection connection(std::move(options));
        const auto response = post(connection);
        EXPECT_EQ(response.has_value(), right) << "another certificate stands between client and server";
        if (!response) continue;
        EXPECT_EQ(response->body, "<plain/>");
        EXPECT_EQ(accepting.server.requests.at(1).body, "<q/>");
        accepting.trick = Trick::ForgetsOnce; // TLS proves that the server itself refused it, unread
        EXPECT_TRUE(post(connection));
        EXPECT_EQ(accepting.logons, 2);
        EXPECT_EQ(accepting.texts.size(), 2U);
    }
}

TEST_F(SealedConnection, MayBeDeletedOrAbortedWhileTicketsAreFetched)
{
    Accepting accepting(*s_realm);
    auto connection = std::make_unique<HttpConnection>(optionsFor(accepting));
    bool answered = false;
    connection->post({"<q/>"}, [&](const domain::Result<Response>&) { answered = true; });
    ASSERT_TRUE(tests::waitUntil([&] { return accepting.server.connections == 1; }));
    connection->abort();
    ASSERT_TRUE(tests::waitUntil([&] { return answered; }));
    ASSERT_TRUE(post(*connection)) << "the abandoned authentication does not meet the next request";
    answered = false;
    accepting.server.closeConnections();
    connection->post({"<q/>"}, [&](const domain::Result<Response>&) { answered = true; });
    connection.reset();
    Accepting other(*s_realm);
    HttpConnection later(optionsFor(other));
    EXPECT_TRUE(post(later));
    EXPECT_FALSE(answered);
}

TEST_F(SealedConnection, WithoutAKdcTheErrorSaysSo)
{
    Accepting accepting(*s_realm);
    s_realm->stopKdc();
    HttpConnection connection(optionsFor(accepting));
    EXPECT_EQ(kindOf(post(connection)), ErrorKind::KdcUnreachable);
    EXPECT_TRUE(accepting.server.requests.empty());
}
