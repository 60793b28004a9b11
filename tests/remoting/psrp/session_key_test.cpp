// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The session key: agreed on as Windows does, and the strings that it encrypts.
#include "model/domain/base64.h"
#include "remoting/psrp/client_pool.h"
#include "remoting/psrp/server_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::psrp {
namespace {

using clixml::Type;
using clixml::Value;
using domain::ErrorKind;
using domain::Secret;

Secret secret(std::string text) { return Secret(std::move(text)); }

class SessionKeys : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(server.receive(client.creationXml()));
        pump();
        ASSERT_EQ(client.state(), RunspacePoolState::Opened);
    }
    // Carries everything that waits at either end to the other one.
    void pump()
    {
        for (bool any = true; any;) {
            const auto fromServer = server.takeOutgoing();
            const auto fromClient = client.takeOutgoing();
            any = !fromServer.empty() || !fromClient.empty();
            for (const auto& fragment : fromServer)
                ASSERT_TRUE(client.receivePool(fragment));
            for (const auto& outgoing : fromClient)
                ASSERT_TRUE(server.receive(outgoing.fragment)) << outgoing.stream;
        }
    }

    ServerPool server;
    ClientPool client;
};

TEST_F(SessionKeys, CarrySecretsBothWays)
{
    const char* const text = "p\xC3\xA4ss \xF0\x9F\x94\x91 <&>";
    const Command command = Command{"New-Thing", {}}.withSecret("Password", secret(text));
    EXPECT_EQ(client.createPipeline({command}).error().kind, ErrorKind::Usage) << "without a key nothing is sent";
    ASSERT_TRUE(client.requestSessionKey());
    EXPECT_FALSE(client.hasSessionKey());
    pump();
    ASSERT_TRUE(client.hasSessionKey());
    auto pipeline = client.createPipeline({command});
    ASSERT_TRUE(pipeline);
    EXPECT_THAT(pipeline->creationFragments().front(), testing::Not(testing::HasSubstr("ss <")));
    auto there = server.createPipeline();
    ASSERT_TRUE(there.receive(pipeline->creationFragments().front()));
    const auto& received = std::get<std::vector<Command>>(there.request()).front();
    EXPECT_EQ(received["Password"].type(), Type::SecureString);
    const auto plain = there.decrypt(received["Password"]);
    ASSERT_TRUE(plain) << plain.error().summary();
    EXPECT_EQ(plain->reveal(), text);
    const auto back = there.encrypt(secret("echo"));
    ASSERT_TRUE(back);
    EXPECT_EQ(client.decrypt(*back)->reveal(), "echo");
}

TEST_F(SessionKeys, AreMadeOnceHoweverOftenTheServerAsks)
{
    for (int i = 0; i < 3; ++i)
        server.requestPublicKey();
    pump();
    EXPECT_TRUE(client.hasSessionKey());
    ASSERT_TRUE(client.requestSessionKey());
    EXPECT_TRUE(client.takeOutgoing().empty());
}

TEST_F(SessionKeys, ThatNobodyAskedForAreNotTaken)
{
    ServerPool other;
    ClientPool asking;
    ASSERT_TRUE(other.receive(asking.creationXml()));
    for (const auto& fragment : other.takeOutgoing())
        ASSERT_TRUE(asking.receivePool(fragment));
    ASSERT_TRUE(asking.requestSessionKey());
    ASSERT_TRUE(other.receive(asking.takeOutgoing().front().fragment));
    const auto foreign = other.takeOutgoing();
    EXPECT_TRUE(client.receivePool(foreign.front()));
    EXPECT_FALSE(client.hasSessionKey()) << "it asked for none";
    EXPECT_EQ(client.takePassedOver().size(), 1U);
    ASSERT_TRUE(client.requestSessionKey());
    EXPECT_EQ(client.takeOutgoing().size(), 1U);
    EXPECT_EQ(client.receivePool(foreign.front()).error().kind, ErrorKind::Malformed) << "it is another client's";
}

TEST(SessionKey, IsWrittenAsWindowsWritesIt)
{
    const auto exchange = KeyExchange::make();
    ASSERT_TRUE(exchange) << exchange.error().summary();
    const auto blob = domain::fromBase64(exchange->publicKey()).value();
    ASSERT_EQ(blob.size(), 276U);
    EXPECT_EQ(blob.substr(0, 20),
              std::string("\x06\x02\x00\x00\x00\xA4\x00\x00RSA1\x00\x08\x00\x00\x01\x00\x01\x00", 20));
    const auto key = SessionKey::make();
    ASSERT_TRUE(key);
    const auto sealed = domain::fromBase64(key->sealedFor(exchange->publicKey()).value()).value();
    EXPECT_EQ(sealed.size(), 268U);
    EXPECT_EQ(sealed.substr(0, 12), std::string("\x01\x02\x00\x00\x10\x66\x00\x00\x00\xA4\x00\x00", 12));
    const auto same = exchange->open(domain::toBase64(sealed));
    ASSERT_TRUE(same);
    EXPECT_EQ(same->decrypt(*key->encrypt(secret("x")))->reveal(), "x");
}

// AES-256-CBC of "secret" in UTF-16LE with the key 00 01 … 1F, a zero vector and PKCS #7, made with `openssl enc`.
TEST(SessionKey, EncryptsAsTheStandardSays)
{
    std::string bytes;
    for (char c = 0; c < 32; ++c)
        bytes += c;
    const auto key = SessionKey::of(Secret(std::move(bytes)));
    ASSERT_TRUE(key);
    EXPECT_EQ(key->encrypt(secret("secret"))->text(), "S334a8QlmSodVmrjeFWBOw==");
    EXPECT_EQ(key->encrypt(secret(""))->text().size(), 24U);
    EXPECT_EQ(key->decrypt(*key->encrypt(secret("")))->reveal(), "");
}

TEST(SessionKey, RefusesWhatIsNone)
{
    EXPECT_FALSE(SessionKey::of(secret("short")));
    const auto exchange = KeyExchange::make();
    const auto key = SessionKey::make();
    const auto good = exchange->publicKey();
    auto blob = domain::fromBase64(good).value();
    const auto changed = [&](std::size_t at, char to) {
        auto copy = blob;
        copy[at] = to;
        return domain::toBase64(copy);
    };
    for (const auto& text : {std::string("nonsense!"), std::string(), domain::toBase64(blob.substr(0, 100)),
                             changed(0, 7), changed(13, '\x40'), domain::toBase64(blob + "x")})
        EXPECT_EQ(key->sealedFor(text).error().kind, ErrorKind::Malformed) << text;
    const auto sealed = domain::fromBase64(key->sealedFor(good).value()).value();
    std::string details;
    for (const auto& text : {domain::toBase64(sealed.substr(0, 12)), domain::toBase64(sealed.substr(0, 267)),
                             domain::toBase64(sealed + "x"), std::string("AQ==")}) {
        const auto opened = exchange->open(text);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().kind, ErrorKind::Malformed);
    }
    for (const auto& value : {Value::string("plain"), Value(Type::SecureString, "!"), Value(Type::SecureString, "AAAA"),
                              Value(Type::SecureString, domain::toBase64(std::string(32, 'x')))})
        EXPECT_EQ(key->decrypt(value).error().kind, ErrorKind::Malformed);
}

} // namespace
} // namespace drydock::psrp
