// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads HTTP messages from the bytes of a connection, within limits, with Boost.Beast's parser.
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

    // Reads further bytes. Returns a response when one is complete (1xx responses are skipped), otherwise nothing.
    // Errors: Malformed, LimitExceeded. The reader cannot be used after an error.
    [[nodiscard]] domain::Result<std::optional<Response>> feed(std::string_view bytes);
    // To be called when the connection has ended. Returns a response that lasts until the end of the connection;
    // otherwise Malformed.
    [[nodiscard]] domain::Result<Response> end();
    // Returns whether the connection may carry another request after the last response, and no bytes without a request
    // have arrived.
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

    // Reads further bytes, as ResponseReader::feed() does. Bytes after a complete request are kept for the next call,
    // which may pass none.
    [[nodiscard]] domain::Result<std::optional<ServerRequest>> feed(std::string_view bytes);
    // Returns whether the last request asked to keep the connection.
    [[nodiscard]] bool keepsAlive() const noexcept;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::http
