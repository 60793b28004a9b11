// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/webhook.h"
#include "tests/remoting/http/script_server.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

using namespace drydock;
using domain::ErrorKind;
using tests::InjectedFault;
using tests::ScriptServer;

namespace {

domain::Result<> postTo(const QUrl& url, const QByteArray& header = {}, std::string_view value = {})
{
    auto future = http::postJson(url, "{\"event\":\"test\"}", header, value);
    if (!tests::waitUntil([&] { return future.isFinished(); }, 15000))
        return domain::fail(ErrorKind::Internal, "test", "no answer at all");
    return future.result();
}

QUrl hook(const ScriptServer& server) { return server.url(QStringLiteral("/services/T0/secret")); }

} // namespace

TEST(Webhook, PostsTheBodyWithTheHeaderOfTheReceiver)
{
    ScriptServer server;
    server.handler = [](const http::ServerRequest&) { return tests::soap("ok"); };
    const auto posted = postTo(hook(server), "Authorization", "Bearer x");
    ASSERT_TRUE(posted) << posted.error().summary();
    ASSERT_EQ(server.requests.size(), 1U);
    const auto& request = server.requests[0];
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.target, "/services/T0/secret");
    EXPECT_EQ(request.body, "{\"event\":\"test\"}");
    EXPECT_EQ(find(request.headers, "Authorization"), "Bearer x");
    EXPECT_EQ(find(request.headers, "Content-Type"), "application/json; charset=utf-8");
}

TEST(Webhook, ARefusalIsAnErrorThatDoesNotNameTheSecretPath)
{
    ScriptServer server;
    server.handler = [](const http::ServerRequest&) { return tests::soap("invalid_token", 403); };
    const auto posted = postTo(hook(server));
    ASSERT_FALSE(posted);
    EXPECT_EQ(posted.error().kind, ErrorKind::HttpStatus);
    EXPECT_EQ(posted.error().code, 403);
    EXPECT_EQ(posted.error().what, "post to 127.0.0.1");
    EXPECT_EQ(posted.error().summary().find("secret"), std::string::npos);
}

TEST(Webhook, ARedirectIsNotFollowed)
{
    ScriptServer other;
    ScriptServer server;
    server.script = [&](const http::ServerRequest&, int) {
        return InjectedFault{InjectedFault::Kind::Raw, "HTTP/1.1 307 Temporary Redirect\r\nLocation: " +
                                                           other.url().toEncoded() + "\r\nContent-Length: 0\r\n\r\n"};
    };
    const auto posted = postTo(hook(server));
    ASSERT_FALSE(posted);
    EXPECT_EQ(posted.error().code, 307);
    EXPECT_TRUE(other.requests.empty());
}

TEST(Webhook, AnAnswerWithoutEndIsNotWaitedFor)
{
    ScriptServer server;
    server.script = [](const http::ServerRequest&, int) {
        return InjectedFault{InjectedFault::Kind::Truncated, {}, 120};
    };
    server.handler = [](const http::ServerRequest&) { return tests::soap(std::string(1'000'000, 'x')); };
    const auto posted = postTo(hook(server));
    EXPECT_TRUE(posted) << posted.error().summary();
}

TEST(Webhook, AClosedPortIsUnreachable)
{
    ScriptServer server;
    const auto url = hook(server);
    server.stopListening();
    const auto posted = postTo(url);
    ASSERT_FALSE(posted);
    EXPECT_EQ(posted.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(posted.error().summary().find("secret"), std::string::npos);
}
