// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// multipart/encrypted byte by byte, against pypsrp's vectors, which are read in place.
#include "remoting/auth/sealed_body.h"
#include "tests/support/paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace drydock;
using namespace drydock::auth;
using domain::ErrorKind;

namespace {

constexpr std::string_view spnego = "application/HTTP-SPNEGO-session-encrypted";
constexpr std::string_view soap = "application/soap+xml;charset=UTF-8";

// "Encrypts" as the vectors do: with a constant header, and "-encrypted" after the text.
class FakeContext : public SecurityContext
{
public:
    std::size_t padding = 0;
    int unsealed = 0;

    domain::Result<std::string> step(std::string_view) override { return std::string(); }
    [[nodiscard]] bool isEstablished() const noexcept override { return true; }
    [[nodiscard]] std::string mechanism() const override { return {}; }
    [[nodiscard]] std::string peer() const override { return {}; }
    domain::Result<SealedMessage> seal(std::string_view text) override
    {
        return SealedMessage{"reallylongheader", std::string(text) + "-encrypted", padding};
    }
    domain::Result<std::string> unseal(std::string_view header, std::string_view data) override
    {
        ++unsealed;
        EXPECT_EQ(header, "reallylongheader");
        EXPECT_TRUE(data.ends_with("-encrypted")) << data.substr(0, 100);
        return std::string(data.substr(0, data.size() - std::string_view("-encrypted").size()));
    }
};

// One test of pypsrp: the pieces of a body, between which a text of its own stands, and its other texts.
struct Case {
    std::vector<std::string> pieces;
    std::vector<std::string> texts;
};

std::string fromHex(const std::string& hex)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

std::map<std::string, Case> vectors()
{
    std::map<std::string, Case> cases;
    std::ifstream file(tests::testData() / "vectors/encrypted_bodies.jsonl");
    for (std::string line; std::getline(file, line);) {
        const auto json = nlohmann::json::parse(line);
        auto name = json["case"].get<std::string>();
        auto& one = cases[name.substr(name.find('/') + 1)];
        if (json.contains("bytes_hex")) one.pieces.push_back(fromHex(json["bytes_hex"]));
        if (json.contains("text")) one.texts.push_back(json["text"]);
    }
    return cases;
}

// The text of the vectors: in a large body it stands between the pieces, cut after 16384 bytes where there are three.
std::string textOf(const Case& one)
{
    std::string text = "plaintext";
    if (one.pieces.size() > 1) text.clear();
    while (one.pieces.size() > 1 && text.size() < 20000)
        text += static_cast<char>(text.size() * 7); // any bytes, the ends of lines among them
    return text;
}

std::string bodyOf(const Case& one)
{
    const auto text = textOf(one);
    std::string body = one.pieces[0];
    if (one.pieces.size() == 2) body += text + one.pieces[1];
    if (one.pieces.size() == 3) body += text.substr(0, 16384) + one.pieces[1] + text.substr(16384) + one.pieces[2];
    return body;
}

std::string_view protocolOf(std::string_view body)
{
    const auto from = body.find("Content-Type: ") + std::string_view("Content-Type: ").size();
    return body.substr(from, body.find("\r\n", from) - from);
}

std::string contentTypeOf(const Case& one)
{
    std::string type = one.pieces.size() == 3 ? "multipart/x-multi-encrypted" : "multipart/encrypted";
    const auto boundary = one.texts.empty() ? "Encrypted Boundary" : one.texts.front();
    return type + ";protocol=\"" + std::string(protocolOf(one.pieces[0])) + "\";boundary=\"" + boundary + "\"";
}

} // namespace

TEST(SealedBody, EveryVectorIsReadAndWritten)
{
    const auto cases = vectors();
    if (cases.empty()) GTEST_SKIP() << "no vectors in " << tests::testData();
    int read = 0, written = 0;
    for (const auto& [name, one] : cases) {
        FakeContext context;
        const auto body = bodyOf(one);
        const auto unsealed = unsealBody(context, contentTypeOf(one), body);
        if (name == "test_unwrap_length_mismatch") {
            ASSERT_FALSE(unsealed);
            EXPECT_EQ(unsealed.error().kind, ErrorKind::Malformed);
            EXPECT_THAT(unsealed.error().detail, ::testing::HasSubstr("5 bytes, and 9 were announced"));
            continue;
        }
        ASSERT_TRUE(unsealed) << name << ": " << unsealed.error().summary();
        EXPECT_EQ(unsealed->text, textOf(one)) << name;
        EXPECT_EQ(unsealed->type, soap);
        EXPECT_EQ(context.unsealed, one.pieces.size() == 3 ? 2 : 1) << name;
        ++read;
        if (!name.starts_with("test_wrap")) continue;
        const auto parts = readSealed(contentTypeOf(one), body);
        ASSERT_TRUE(parts);
        EXPECT_EQ(printSealed(protocolOf(body), *parts), body) << name;
        context.padding = name.ends_with("padded") ? 1 : 0;
        if (parts->size() == 1) {
            EXPECT_EQ(*sealBody(context, protocolOf(body), soap, textOf(one)), body) << name;
        }
        ++written;
    }
    EXPECT_EQ(read, 14);
    EXPECT_EQ(written, 7);
}

TEST(SealedBody, TheContentTypeNamesProtocolAndBoundary)
{
    EXPECT_EQ(sealedContentType(sealingProtocol(domain::AuthenticationScheme::Negotiate)),
              "multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";boundary=\"Encrypted "
              "Boundary\"");
    EXPECT_TRUE(isSealed("Multipart/Encrypted; protocol=x"));
    EXPECT_FALSE(isSealed("application/soap+xml;charset=UTF-8"));
    EXPECT_FALSE(isSealed("multipart/encrypted-not"));
}

TEST(SealedBody, TheBoundaryMayStandInTheData)
{
    FakeContext context;
    for (const std::string text : {"--Encrypted Boundary", "--Encrypted Boundary--\r\n", "\r\n", "--", "-"}) {
        const auto body = sealBody(context, spnego, soap, text);
        const auto unsealed = unsealBody(context, sealedContentType(spnego), *body);
        ASSERT_TRUE(unsealed) << text << ": " << unsealed.error().summary();
        EXPECT_EQ(unsealed->text, text);
    }
}

TEST(SealedBody, FormsOfOtherPeersAreRead)
{
    const std::string type = sealedContentType(spnego);
    const std::string data = std::string("\4\0\0\0", 4) + "headtext";
    const auto body = [&](const std::string& delimiter, const std::string& tab, const std::string& before) {
        return delimiter + "\r\n" + tab + "Content-Type: " + std::string(spnego) + "\r\n" + tab +
               "OriginalContent: type=text/plain;Length=4\r\n" + delimiter + "\r\n" + tab +
               "Content-Type: application/octet-stream\r\n" + data + before + delimiter + "--\r\n";
    };
    for (const auto& form : {body("--Encrypted Boundary", "\t", ""), body("-- Encrypted Boundary", "\t", ""),
                             body("--Encrypted Boundary", "", ""), body("--Encrypted Boundary", "\t", "\r\n")}) {
        const auto parts = readSealed(type, form);
        ASSERT_TRUE(parts) << parts.error().summary() << '\n' << form;
        EXPECT_EQ(parts->at(0).header, "head");
        EXPECT_EQ(parts->at(0).data, "text");
        EXPECT_EQ(parts->at(0).type, "text/plain");
    }
}

TEST(SealedBody, WhatDoesNotFitIsRefused)
{
    FakeContext context;
    const auto type = sealedContentType(spnego);
    const auto good = *sealBody(context, spnego, soap, "text");
    ASSERT_TRUE(readSealed(type, good));
    // Cut anywhere but for the end of the closing line, it is not such a body.
    for (std::size_t size = 0; size + 4 < good.size(); ++size)
        EXPECT_FALSE(readSealed(type, good.substr(0, size))) << size;
    const auto changed = [&](const std::string& from, const std::string& to) {
        auto text = good;
        text.replace(text.find(from), from.size(), to);
        return readSealed(type, text);
    };
    EXPECT_FALSE(changed("Length=4", "Length=-4"));
    EXPECT_FALSE(changed("Length=4", "Length=99999999999999999999999"));
    EXPECT_FALSE(changed("SPNEGO", "Kerberos")) << "a part of another protocol";
    EXPECT_FALSE(changed("octet-stream", "xml"));
    EXPECT_FALSE(changed(std::string("\x10\0\0\0", 4), std::string("\xff\xff\xff\xff", 4))) << "longer than the body";
    EXPECT_FALSE(readSealed("multipart/encrypted", good)) << "neither protocol nor boundary";
    EXPECT_FALSE(readSealed("application/soap+xml", good));
    EXPECT_FALSE(unsealBody(context, type, *sealBody(context, spnego, soap, "text") + "more"));
}
