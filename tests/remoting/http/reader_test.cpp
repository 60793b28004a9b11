// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/printer.h"
#include "remoting/http/reader.h"
#include "remoting/http/status.h"
#include "tests/support/work_meter.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::http;
using domain::ErrorKind;

namespace {

ErrorKind readingFails(const std::string& text, Limits limits = {})
{
    ResponseReader reader(limits);
    const auto response = reader.feed(text);
    if (!response) return response.error().kind;
    const auto end = reader.end();
    return end ? ErrorKind::Internal : end.error().kind;
}

Response with(int status, Headers headers, std::string body)
{
    return {status, {}, std::move(headers), std::move(body)};
}

ErrorKind kindOf(Response response)
{
    const auto result = accept(std::move(response), "POST");
    return result ? ErrorKind::Internal : result.error().kind;
}

} // namespace

TEST(HttpReader, AResponseMayArriveInAnyPieces)
{
    const auto text = print(with(200, {{"Content-Type", "x/y"}}, "hello"), true);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        ResponseReader reader({});
        auto first = reader.feed(text.substr(0, cut));
        ASSERT_TRUE(first);
        if (cut < text.size()) {
            EXPECT_FALSE(first->has_value()) << cut;
            first = reader.feed(text.substr(cut));
        }
        ASSERT_TRUE(first && *first) << cut;
        EXPECT_EQ((*first)->body, "hello");
        EXPECT_EQ(find((*first)->headers, "content-TYPE"), "x/y");
        EXPECT_TRUE(reader.keepsAlive());
    }
}

TEST(HttpReader, ReadsChunkedBodiesAfterContinueAndClosesAfterExtraBytes)
{
    ResponseReader reader({});
    auto response = reader.feed("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: "
                                "chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    ASSERT_TRUE(response && *response);
    EXPECT_EQ((*response)->body, "abc");
    EXPECT_TRUE(reader.keepsAlive());
    response = reader.feed("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\n");
    ASSERT_TRUE(response && *response);
    EXPECT_FALSE(reader.keepsAlive()); // there are bytes after the response
}

TEST(HttpReader, ReadsABodyThatEndsWithTheConnection)
{
    ResponseReader reader({});
    auto response = reader.feed("HTTP/1.0 200 OK\r\n\r\nall of it");
    ASSERT_TRUE(response);
    ASSERT_FALSE(response->has_value());
    const auto ended = reader.end();
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->body, "all of it");
    EXPECT_FALSE(reader.keepsAlive());
}

TEST(HttpReader, LargeHeadersAndBodiesAreRefused)
{
    Limits limits;
    limits.bodyBytes = 100;
    EXPECT_EQ(readingFails("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", limits), ErrorKind::LimitExceeded);
    EXPECT_EQ(readingFails("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\nx", limits), ErrorKind::LimitExceeded);
    EXPECT_EQ(readingFails("HTTP/1.1 200 OK\r\n\r\n" + std::string(101, 'x'), limits), ErrorKind::LimitExceeded);
    EXPECT_EQ(
        readingFails("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n" + std::string(255, 'x'), limits),
        ErrorKind::LimitExceeded);
    EXPECT_EQ(readingFails("HTTP/1.1 200 OK\r\nX: " + std::string(70000, 'x')), ErrorKind::LimitExceeded);
    std::string many = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";
    for (int i = 0; i < 300; ++i)
        many += "X: y\r\n";
    EXPECT_EQ(readingFails(many + "\r\n"), ErrorKind::LimitExceeded);
}

// Feeds piece by piece, as a connection does, and returns how many bytes were accepted.
template <class Reader> std::size_t takenBeforeRefusal(std::string_view head, char endless)
{
    Reader reader({});
    const std::string piece(4096, endless);
    auto read = reader.feed(head);
    std::size_t taken = 0;
    for (; read && taken < 1'000'000; taken += piece.size())
        read = reader.feed(piece);
    if (!read) {
        EXPECT_EQ(read.error().kind, ErrorKind::LimitExceeded);
    }
    return taken;
}

TEST(HttpReader, ChunkHeadersAndTrailersCountAsHeaders)
{
    constexpr std::size_t most = 80'000; // Limits::headerBytes and a piece or two
    const std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string post = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const char* start : {"5;", "0\r\nX: ", "5\r\nabcde\r\n5;x="}) {
        EXPECT_LT(takenBeforeRefusal<ResponseReader>(chunked + start, 'a'), most) << start;
        EXPECT_LT(takenBeforeRefusal<RequestReader>(post + start, 'a'), most) << start;
    }
}

TEST(HttpReader, AChunkedMessageMayArriveInAnyPieces)
{
    for (const char* body : {"0\r\n\r\n", "0\r\nX: y\r\n\r\n", "1\r\nx\r\n0;a=b\r\n\r\n"}) {
        const std::string text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + std::string(body);
        for (std::size_t step = 1; step < text.size(); ++step) {
            ResponseReader reader({});
            for (std::size_t at = 0; at < text.size(); at += step) {
                const auto read = reader.feed(std::string_view(text).substr(at, step));
                ASSERT_TRUE(read) << body << step;
                EXPECT_EQ(read->has_value(), at + step >= text.size()) << body << step;
            }
        }
    }
}

TEST(HttpReader, ADeclaredLengthIsRefusedBeforeItIsReserved)
{
    const std::string length = "Content-Length: 4611686018427387904\r\n\r\n";
    const std::string answer = "HTTP/1.1 200 OK\r\n" + length + "x";
    const std::string post = "POST / HTTP/1.1\r\nHost: h\r\n" + length + "x";
    for (std::size_t cut = 1; cut <= post.size(); ++cut) {
        ResponseReader response({});
        auto read = response.feed(answer.substr(0, cut));
        if (read) read = response.feed(std::string_view(answer).substr(std::min(cut, answer.size())));
        ASSERT_FALSE(read) << cut;
        EXPECT_EQ(read.error().kind, ErrorKind::LimitExceeded) << cut;
        RequestReader request({});
        auto asked = request.feed(post.substr(0, cut));
        if (asked) asked = request.feed(std::string_view(post).substr(cut));
        ASSERT_FALSE(asked) << cut;
        EXPECT_EQ(asked.error().kind, ErrorKind::LimitExceeded) << cut;
    }
    for (const char* size : {"ffffffffff", "7fffffffffffffff"})
        EXPECT_EQ(readingFails("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + std::string(size) + "\r\nx"),
                  ErrorKind::LimitExceeded)
            << size;
}

TEST(HttpReader, OnlyAFewInterimAnswersArePassedOver)
{
    const std::string interim = "HTTP/1.1 100 Continue\r\n\r\n";
    const std::string final = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    ResponseReader reader({});
    for (int answer = 0; answer < 3; ++answer) { // each answer may have its own
        for (std::size_t i = 0; i < Limits{}.interimAnswers; ++i)
            ASSERT_TRUE(reader.feed(interim));
        const auto read = reader.feed(final);
        ASSERT_TRUE(read && *read);
    }
    std::string flood;
    for (std::size_t i = 0; i <= Limits{}.interimAnswers; ++i)
        flood += interim;
    const auto flooded = reader.feed(flood + final);
    ASSERT_FALSE(flooded);
    EXPECT_EQ(flooded.error().kind, ErrorKind::Malformed);
}

// A body of tiny chunks, and a row of requests that came at once.
TEST(HttpReader, WorkGrowsWithTheBytesAlone)
{
    const auto chunks = [](int count) {
        std::string text = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (int i = 0; i < count; ++i)
            text += "1\r\nx\r\n";
        return text + "0\r\n\r\n";
    };
    const auto requests = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n";
        return text;
    };
    const auto work = [](const std::string& text) {
        return tests::workOf([&text] {
            RequestReader reader({});
            auto request = reader.feed(text);
            while (request && *request)
                request = reader.feed({});
            EXPECT_TRUE(request);
        });
    };
    EXPECT_TRUE(work(chunks(4000)).isLinearTo(work(chunks(2000))));
    EXPECT_TRUE(work(requests(4000)).isLinearTo(work(requests(2000))));
}

TEST(HttpReader, BytesThatAreNotHttpAreMalformed)
{
    for (const char* text :
         {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc", "HTTP/9\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "\x16\x03\x01"})
        EXPECT_EQ(readingFails(text), ErrorKind::Malformed) << text;
}

TEST(HttpReader, ReadsOneRequestAfterTheOther)
{
    RequestReader reader({});
    const auto post = print(Post{"h:1", "/PowerShell?a=b", "Basic eA==", soapType, "body"});
    auto request = reader.feed(post + post);
    ASSERT_TRUE(request && *request);
    EXPECT_EQ((*request)->method, "POST");
    EXPECT_EQ((*request)->target, "/PowerShell?a=b");
    EXPECT_EQ((*request)->body, "body");
    for (const auto& [name, value] : Headers{{"Host", "h:1"},
                                             {"Authorization", "Basic eA=="},
                                             {"Accept-Encoding", "identity"},
                                             {"Content-Length", "4"},
                                             {"Content-Type", std::string(soapType)}})
        EXPECT_EQ(find((*request)->headers, name), value);
    EXPECT_TRUE(reader.keepsAlive());
    request = reader.feed({});
    ASSERT_TRUE(request && *request);
    EXPECT_FALSE(reader.feed({})->has_value());
}

TEST(HttpStatus, EachStatusHasItsErrorKind)
{
    const Headers soapHeader{{"Content-Type", "application/soap+xml; charset=utf-8"}};
    for (const int status : {200, 400, 500})
        EXPECT_TRUE(accept(with(status, soapHeader, "<x/>"), "POST")) << status;
    EXPECT_EQ(kindOf(with(401, soapHeader, "<x/>")), ErrorKind::NotAuthenticated);
    EXPECT_EQ(kindOf(with(403, {}, {})), ErrorKind::NotPermitted);
    EXPECT_EQ(kindOf(with(404, {}, {})), ErrorKind::NotWsMan);
    EXPECT_EQ(kindOf(with(302, {{"Location", "http://elsewhere"}}, {})), ErrorKind::HttpStatus);
    EXPECT_EQ(kindOf(with(503, {}, {})), ErrorKind::HttpStatus);
    EXPECT_EQ(kindOf(with(500, {}, {})), ErrorKind::HttpStatus);
    EXPECT_EQ(kindOf(with(500, {{"Content-Type", "text/html"}}, "<html>")), ErrorKind::NotWsMan);
    EXPECT_EQ(kindOf(with(200, {{"Content-Type", "text/html"}}, "<html>")), ErrorKind::NotWsMan);
    EXPECT_EQ(kindOf(with(200, {}, {})), ErrorKind::NotWsMan);
    EXPECT_EQ(kindOf(with(200, {soapHeader[0], {"Content-Encoding", "gzip"}}, "x")), ErrorKind::Malformed);
    const auto denied = accept(
        with(401, {{"WWW-Authenticate", "Negotiate"}, {"WWW-Authenticate", "Basic realm=\"a, b\", Kerberos"}}, {}),
        "POST");
    EXPECT_EQ(denied.error().detail, "HTTP 401, empty body; the server offers Negotiate, Basic, Kerberos");
    EXPECT_EQ(denied.error().code, 401);
    const auto detailOf = [&](const Response& response) { return accept(response, "POST").error().detail; };
    EXPECT_EQ(detailOf(with(302, {{"Location", "http://elsewhere"}}, {})),
              "HTTP 302, empty body; it redirects to http://elsewhere, where no credentials are sent by themselves: "
              "connect to that address if it is yours");
    EXPECT_EQ(detailOf(with(500, {}, {})),
              "HTTP 500, empty body; the path is right, and the application pool behind it is not available");
    EXPECT_EQ(detailOf(with(400, {}, {})),
              "HTTP 400, empty body; the server may not take what is not encrypted, or could not decrypt it");
}

TEST(HttpReader, EndlessChunkHeadersAndTrailersAreRefused)
{
    const std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    std::string trailers = "0\r\n";
    while (trailers.size() < 1'000'000)
        trailers += "a: b\r\n";
    for (const std::string& endless : {"5;" + std::string(1'000'000, 'a'), trailers}) {
        ResponseReader reader({});
        ASSERT_TRUE(reader.feed(chunked));
        std::size_t taken = 0;
        domain::Result<std::optional<Response>> result = std::nullopt;
        for (; result && taken < endless.size(); taken += 10'000)
            result = reader.feed(std::string_view(endless).substr(taken, 10'000));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::LimitExceeded);
        EXPECT_LT(taken, 100'000U) << "as much as a header may have, not as much as comes";
    }
}
