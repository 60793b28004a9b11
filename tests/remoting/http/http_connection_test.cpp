// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/http_connection.h"
#include "tests/remoting/http/script_server.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

#include <QTcpSocket>

#include <optional>

using namespace drydock;
using namespace drydock::http;
using namespace std::chrono_literals;
using domain::ErrorKind;
using tests::InjectedFault;
using tests::ScriptServer;

namespace {

HttpConnectionOptions optionsFor(const QUrl& url)
{
    HttpConnectionOptions options;
    options.url = url;
    return options;
}

domain::Result<Response> post(HttpConnection& connection, std::string body = "<q/>",
                              std::chrono::milliseconds readTimeout = 10s)
{
    std::optional<domain::Result<Response>> result;
    connection.post({std::move(body), readTimeout},
                    [&](domain::Result<Response> answer) { result = std::move(answer); });
    EXPECT_FALSE(result) << "an answer must never come from within post()";
    if (!tests::waitUntil([&] { return result.has_value(); }, 15000))
        return domain::fail(ErrorKind::Internal, "test", "no answer at all");
    return *result;
}

ErrorKind kindOf(const domain::Result<Response>& result) { return result ? ErrorKind::Internal : result.error().kind; }

} // namespace

TEST(HttpConnection, PostsAndKeepsTheConnection)
{
    ScriptServer server;
    server.handler = [](const ServerRequest& request) { return tests::soap("<a>" + request.body + "</a>"); };
    HttpConnection connection(optionsFor(server.url(QStringLiteral("/PowerShell?a=1;b=2"))));
    for (int i = 0; i < 3; ++i) {
        const auto response = post(connection, std::to_string(i));
        ASSERT_TRUE(response) << response.error().summary();
        EXPECT_EQ(response->body, "<a>" + std::to_string(i) + "</a>");
    }
    EXPECT_EQ(server.connections, 1);
    EXPECT_EQ(server.requests[0].method, "POST");
    EXPECT_EQ(find(server.requests[0].headers, "Content-Type"), soapType);
    EXPECT_EQ(find(server.requests[0].headers, "Accept-Encoding"), "identity");
    EXPECT_EQ(find(server.requests[0].headers, "Host"), "127.0.0.1:" + std::to_string(server.port()));
    EXPECT_EQ(find(server.requests[0].headers, "Authorization"), "");
}

TEST(HttpConnection, SendsCredentialsAtOnceAndDoesNotRetryAfter401)
{
    ScriptServer server;
    server.handler = [](const ServerRequest&) {
        return Response{401, {}, {{"WWW-Authenticate", "Basic realm=\"x\""}}, {}};
    };
    auto options = optionsFor(server.url());
    options.credentials = {domain::AuthenticationScheme::Basic, "Aladdin", domain::Secret("open sesame")};
    HttpConnection connection(std::move(options));
    EXPECT_EQ(kindOf(post(connection)), ErrorKind::NotAuthenticated);
    EXPECT_EQ(server.requests.size(), 1U);
    EXPECT_EQ(find(server.requests[0].headers, "Authorization"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
}

TEST(HttpConnection, ARequestIsNotSentTwiceWhenTheServerReadsItAndCloses)
{
    ScriptServer server;
    server.script = [](const ServerRequest&, int number) {
        return InjectedFault{number == 1 ? InjectedFault::Kind::DropBefore : InjectedFault::Kind::Answer, {}, 0, 0};
    };
    HttpConnection connection(optionsFor(server.url()));
    ASSERT_TRUE(post(connection)); // the second one goes over a kept connection: where other clients send again
    EXPECT_EQ(kindOf(post(connection)), ErrorKind::OutcomeUnknown);
    // Had it been sent again, then over a connection that the server took before the one of this next request.
    ASSERT_TRUE(post(connection, "next")) << "the next request makes a new connection";
    EXPECT_EQ(server.connections, 2);
    ASSERT_EQ(server.requests.size(), 3U);
    EXPECT_EQ(server.requests[2].body, "next");
}

TEST(HttpConnection, AKeptConnectionThatTheServerClosedIsReplaced)
{
    ScriptServer server;
    HttpConnection connection(optionsFor(server.url()));
    ASSERT_TRUE(post(connection));
    server.closeConnections();
    ASSERT_TRUE(post(connection));
    EXPECT_EQ(server.requests.size(), 2U);
    EXPECT_EQ(connection.connectionCount(), 2);
    server.closeConnections();
    const auto endWasRead = [&connection] { return connection.findChild<QTcpSocket*>() == nullptr; };
    ASSERT_TRUE(tests::waitUntil(endWasRead));
    ASSERT_TRUE(post(connection));
    EXPECT_EQ(server.requests.size(), 3U);
}

TEST(HttpConnection, AConnectionThatIsIdleForTooLongIsReplaced)
{
    ScriptServer server;
    auto options = optionsFor(server.url());
    options.idleTimeout = 0ms;
    HttpConnection connection(std::move(options));
    ASSERT_TRUE(post(connection));
    ASSERT_TRUE(post(connection));
    EXPECT_EQ(server.connections, 2);
}

TEST(HttpConnection, ATruncatedAnswerIsAnUnknownOutcome)
{
    ScriptServer server;
    int cut = 0;
    server.script = [&](const ServerRequest&, int) {
        return InjectedFault{InjectedFault::Kind::Truncated, {}, cut, 0};
    };
    server.handler = [](const ServerRequest&) { return tests::soap("<body>text</body>"); };
    HttpConnection connection(optionsFor(server.url()));
    bool complete = false;
    for (; cut < 1000 && !complete; ++cut) {
        const auto response = post(connection);
        complete = response.has_value();
        if (!complete) {
            EXPECT_EQ(response.error().kind, ErrorKind::OutcomeUnknown) << cut;
        }
        EXPECT_EQ(server.requests.size(), static_cast<std::size_t>(cut) + 1);
    }
    EXPECT_TRUE(complete);
    EXPECT_GT(cut, 50);
}

TEST(HttpConnection, ASilentServerTimesOut)
{
    ScriptServer server;
    server.script = [](const ServerRequest&, int number) {
        return InjectedFault{number == 0 ? InjectedFault::Kind::Silent : InjectedFault::Kind::Answer, {}, 0, 0};
    };
    HttpConnection connection(optionsFor(server.url()));
    EXPECT_EQ(kindOf(post(connection, "<q/>", 50ms)), ErrorKind::TimedOut);
    EXPECT_TRUE(post(connection));
    EXPECT_EQ(server.connections, 2) << "a late answer must not meet the next request";
}

TEST(HttpConnection, ARefusedConnectionIsUnreachable)
{
    QUrl url;
    {
        ScriptServer server;
        url = server.url();
    }
    HttpConnection closed(optionsFor(url));
    EXPECT_EQ(kindOf(post(closed)), ErrorKind::Unreachable);
    HttpConnection noSuchName(optionsFor(QUrl(QStringLiteral("http://localhost./x"))));
    EXPECT_EQ(kindOf(post(noSuchName)),
              ErrorKind::BadAddress); // not one of the loopback names: refused without authentication
}

TEST(HttpConnection, AnInvalidAddressOpensNoSocket)
{
    for (const char* text : {"", "ftp://127.0.0.1/", "http:///x", "127.0.0.1", "http://mail.contoso.com/PowerShell",
                             "http://127.0.0.1:99999/"}) {
        HttpConnection connection(optionsFor(QUrl(QString::fromLatin1(text))));
        EXPECT_EQ(kindOf(post(connection)), ErrorKind::BadAddress) << text;
        EXPECT_EQ(connection.connectionCount(), 0) << text;
    }
}

TEST(HttpConnection, UnusableAnswersHaveTheirErrorKinds)
{
    const std::vector<std::pair<QByteArray, ErrorKind>> answers{
        {"SSH-2.0-OpenSSH_9.2\r\n", ErrorKind::Malformed},
        {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>", ErrorKind::NotWsMan},
        {"HTTP/1.1 302 Found\r\nLocation: http://evil/\r\nContent-Length: 0\r\n\r\n", ErrorKind::HttpStatus},
        {"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", ErrorKind::HttpStatus},
        {"HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Encoding: gzip\r\nContent-Length: "
         "1\r\n\r\nx",
         ErrorKind::Malformed},
        {"HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: 99999999\r\n\r\nx",
         ErrorKind::LimitExceeded},
        {"HTTP/1.1 200 OK\r\nX: " + QByteArray(100000, 'x'), ErrorKind::LimitExceeded},
    };
    for (const auto& [raw, kind] : answers) {
        ScriptServer server;
        server.script = [&raw = raw](const ServerRequest&, int) {
            return InjectedFault{InjectedFault::Kind::Raw, raw, 0, 0};
        };
        HttpConnection connection(optionsFor(server.url()));
        EXPECT_EQ(kindOf(post(connection)), kind) << raw.left(80).constData();
        EXPECT_EQ(server.requests.size(), 1U);
    }
}

TEST(HttpConnection, ASecondRequestIsRefusedAndAbortCancelsTheFirst)
{
    ScriptServer server;
    server.script = [](const ServerRequest&, int) { return InjectedFault{InjectedFault::Kind::Silent, {}, 0, 0}; };
    HttpConnection connection(optionsFor(server.url()));
    std::optional<ErrorKind> first;
    connection.post({"<a/>"}, [&](domain::Result<Response> answer) { first = kindOf(answer); });
    EXPECT_EQ(kindOf(post(connection)), ErrorKind::Usage);
    ASSERT_TRUE(tests::waitUntil([&] { return server.requests.size() == 1; }));
    EXPECT_FALSE(first);
    connection.abort();
    ASSERT_TRUE(tests::waitUntil([&] { return first.has_value(); }));
    EXPECT_EQ(*first, ErrorKind::Cancelled);
    EXPECT_FALSE(connection.isBusy());
}

TEST(HttpConnection, MayBeDeletedByTheHandlerOfItsAnswer)
{
    ScriptServer server;
    auto* connection = new HttpConnection(optionsFor(server.url()));
    bool answered = false;
    connection->post({"<a/>"}, [&](const domain::Result<Response>&) {
        delete connection;
        answered = true;
    });
    EXPECT_TRUE(tests::waitUntil([&] { return answered; }));
}

TEST(ServerConnection, RefusesBytesThatAreNotHttpAndLargeRequests)
{
    ScriptServer server;
    for (const auto& [bytes, status] : {std::pair<QByteArray, QByteArray>("nonsense\r\n\r\n", "400"),
                                        {"POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", "413"}}) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        socket.write(bytes);
        ASSERT_TRUE(tests::waitUntil(
            [&] { return socket.state() == QAbstractSocket::UnconnectedState && socket.bytesAvailable() > 0; }));
        EXPECT_TRUE(socket.readAll().startsWith(QByteArray("HTTP/1.1 " + status)));
    }
    EXPECT_TRUE(server.requests.empty());
}

TEST(ServerConnection, ClosesWhenNoWholeRequestArrivesInTime)
{
    ScriptServer server;
    server.limits.requestTimeout = 50ms;
    const auto ended = [](const QTcpSocket& socket) { return socket.state() == QAbstractSocket::UnconnectedState; };
    const QByteArray whole = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab";
    for (const QByteArray& bytes : {QByteArray(), whole.chopped(1), whole}) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        socket.write(bytes);
        EXPECT_TRUE(tests::waitUntil([&] { return ended(socket); })) << bytes.toStdString();
        EXPECT_EQ(socket.readAll().startsWith("HTTP/1.1 200"), bytes == whole);
    }
    // Time that an answer takes is not the peer's.
    server.script = [](const ServerRequest&, int) {
        return InjectedFault{InjectedFault::Kind::LateAnswer, {}, 0, 300};
    };
    HttpConnection connection(optionsFor(server.url()));
    EXPECT_TRUE(post(connection));
}
