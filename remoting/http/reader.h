// Reads HTTP messages out of the bytes of a connection, within limits: Boost.Beast's parser without its sockets.
#pragma once

#include "model/domain/result.h"
#include "remoting/http/message.h"

#include <memory>
#include <optional>
#include <string_view>

namespace drydock::http {

class ResponseReader
{
public:
    explicit ResponseReader(const Limits& limits);
    ~ResponseReader();
    ResponseReader(const ResponseReader&) = delete;
    ResponseReader& operator=(const ResponseReader&) = delete;

    // Takes bytes as they come. A response when one is complete (1xx ones are skipped), nothing while it is not.
    // Errors: Malformed, LimitExceeded; the reader is of no use after one.
    [[nodiscard]] domain::Result<std::optional<Response>> feed(std::string_view bytes);
    // The connection ended: completes a response that lasts to the end of the connection, else Malformed.
    [[nodiscard]] domain::Result<Response> end();
    // Whether the connection may carry another request after the response that came last, and holds no unasked bytes.
    [[nodiscard]] bool keepsAlive() const noexcept;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

class RequestReader
{
public:
    explicit RequestReader(const Limits& limits);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    // As above; what came after a complete request is kept for the next call (with no bytes, if none came).
    [[nodiscard]] domain::Result<std::optional<ServerRequest>> feed(std::string_view bytes);
    [[nodiscard]] bool keepsAlive() const noexcept; // what the last request asked for

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::http
