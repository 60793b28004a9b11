// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/reader.h"

#include "model/domain/names.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <iterator>

namespace drydock::http {
namespace {

namespace beast = boost::beast::http;
using domain::ErrorKind;

std::string toString(boost::beast::string_view text) { return {text.data(), text.size()}; }

template <bool isRequest> Headers headersOf(const beast::message<isRequest, beast::string_body>& message)
{
    Headers headers;
    for (const auto& field : message)
        headers.emplace_back(toString(field.name_string()), toString(field.value()));
    return headers;
}

domain::Failure failure(const boost::system::error_code& error)
{
    const bool tooBig = error == beast::error::body_limit || error == beast::error::header_limit ||
                        error == beast::error::buffer_overflow;
    return domain::fail(tooBig ? ErrorKind::LimitExceeded : ErrorKind::Malformed, "read HTTP message", error.message());
}

// The part that requests and responses share: one Beast parser for each message, and the bytes that it has not read
// yet.
template <bool isRequest> class Engine
{
public:
    using Parser = beast::parser<isRequest, beast::string_body>;
    using Message = beast::message<isRequest, beast::string_body>;

    explicit Engine(const Limits& limits) : m_limits(limits) { restart(); }

    domain::Result<bool> feed(std::string_view bytes)
    {
        append(bytes);
        while (hasPending() && !m_parser->is_done()) {
            boost::system::error_code error;
            const std::string_view pending = std::string_view(m_bytes).substr(m_used);
            // Beast 1.74 asserts as many when it reads on in the last chunk's header. No chunked message ends with
            // less.
            constexpr std::size_t shortestEnd = std::string_view("0\r\n\r\n").size();
            if (pending.size() < shortestEnd && m_parser->is_header_done() && m_parser->chunked()) break;
            m_used += m_parser->put(boost::asio::const_buffer(pending.data(), pending.size()), error);
            if (error == beast::error::need_more) {
                // Only what Beast reads as a whole is kept here: a header, a chunk's header or the trailers, never a
                // body. Of these Beast limits only the first.
                if (m_bytes.size() - m_used > m_limits.headerBytes)
                    return domain::fail(ErrorKind::LimitExceeded, "read HTTP message", "a chunk's header is too long");
                break;
            }
            if (error) return failure(error);
            DRYDOCK_TRY_VOID(checkLimits());
        }
        return m_parser->is_done();
    }

    domain::Result<> end()
    {
        if (!m_parser->got_some()) return domain::fail(ErrorKind::Malformed, "read HTTP message", "not a byte came");
        boost::system::error_code error;
        m_parser->put_eof(error);
        if (error) return failure(error);
        if (!m_parser->is_done())
            return domain::fail(ErrorKind::Malformed, "read HTTP message", "the message is incomplete");
        return {};
    }

    Message take()
    {
        m_keepAlive = m_parser->keep_alive();
        Message message = m_parser->release();
        restart();
        return message;
    }

    [[nodiscard]] bool keepAlive() const noexcept { return m_keepAlive; }
    [[nodiscard]] bool hasPending() const noexcept { return m_used < m_bytes.size(); }

private:
    void restart()
    {
        m_parser.emplace();
        m_parser->eager(false); // put() returns after the header, before Beast reserves as much as it declares
        m_parser->header_limit(static_cast<std::uint32_t>(m_limits.headerBytes));
        m_parser->body_limit(m_limits.bodyBytes);
    }
    // Keeps what was not used. The front is cut off only when it is the larger part, so that each byte moves once.
    void append(std::string_view bytes)
    {
        if (2 * m_used >= m_bytes.size()) {
            m_bytes.erase(0, m_used);
            m_used = 0;
        }
        m_bytes += bytes;
    }
    // Beast 1.74 does not apply the body limit when header and body arrive together, and does not count lines.
    [[nodiscard]] domain::Result<> checkLimits() const
    {
        if (!m_parser->is_header_done()) return {};
        const char* excess = nullptr;
        if (lines() > m_limits.headerLines) excess = "too many header lines";
        if (m_parser->content_length().value_or(0) > m_limits.bodyBytes ||
            m_parser->get().body().size() > m_limits.bodyBytes)
            excess = "the body is too long";
        if (excess == nullptr) return {};
        return domain::fail(ErrorKind::LimitExceeded, "read HTTP message", excess);
    }
    [[nodiscard]] std::size_t lines() const
    {
        return static_cast<std::size_t>(std::distance(m_parser->get().begin(), m_parser->get().end()));
    }

    Limits m_limits;
    std::optional<Parser> m_parser;
    std::string m_bytes;
    std::size_t m_used = 0; // of these bytes, by the parser
    bool m_keepAlive = false;
};

Response toResponse(beast::message<false, beast::string_body> message)
{
    Response response{static_cast<int>(message.result_int()), toString(message.reason()), headersOf(message), {}};
    response.body = std::move(message.body());
    return response;
}

} // namespace

std::string_view find(const Headers& headers, std::string_view name) noexcept
{
    for (const auto& [key, value] : headers)
        if (domain::equalsIgnoringCase(key, name)) return value;
    return {};
}

void setContentType(Headers& headers, std::string type)
{
    std::erase_if(headers, [](const auto& header) { return domain::equalsIgnoringCase(header.first, "Content-Type"); });
    headers.emplace_back("Content-Type", std::move(type));
}

struct ResponseReader::Private {
    explicit Private(const Limits& limits) : engine(limits), mostInterimAnswers(limits.interimAnswers) {}

    Engine<false> engine;
    std::size_t mostInterimAnswers;
    std::size_t interimAnswers = 0; // since the last answer
};

ResponseReader::ResponseReader(const Limits& limits) : d(new Private(limits)) {}
ResponseReader::~ResponseReader() = default;

domain::Result<std::optional<Response>> ResponseReader::feed(std::string_view bytes)
{
    for (;; bytes = {}) {
        DRYDOCK_TRY(const bool done, d->engine.feed(bytes));
        if (!done) return std::nullopt;
        auto response = toResponse(d->engine.take());
        if (response.status >= 200) {
            d->interimAnswers = 0;
            return response;
        }
        if (++d->interimAnswers > d->mostInterimAnswers)
            return domain::fail(ErrorKind::Malformed, "read HTTP message", "interim answers without end");
    }
}

domain::Result<Response> ResponseReader::end()
{
    DRYDOCK_TRY_VOID(d->engine.end());
    return toResponse(d->engine.take());
}

bool ResponseReader::keepsAlive() const noexcept { return d->engine.keepAlive() && !d->engine.hasPending(); }

struct RequestReader::Private {
    Engine<true> engine;
};

RequestReader::RequestReader(const Limits& limits) : d(new Private{Engine<true>(limits)}) {}
RequestReader::~RequestReader() = default;

domain::Result<std::optional<ServerRequest>> RequestReader::feed(std::string_view bytes)
{
    DRYDOCK_TRY(const bool done, d->engine.feed(bytes));
    if (!done) return std::nullopt;
    auto message = d->engine.take();
    ServerRequest request{toString(message.method_string()), toString(message.target()), headersOf(message), {}};
    request.body = std::move(message.body());
    return request;
}

bool RequestReader::keepsAlive() const noexcept { return d->engine.keepAlive(); }

} // namespace drydock::http
