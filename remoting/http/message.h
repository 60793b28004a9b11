// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// HTTP messages as this program uses them: complete, in memory and of limited size.
#pragma once

#include "remoting/limits.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::http {

// In the order received. Names compare without case.
using Headers = std::vector<std::pair<std::string, std::string>>;
// Returns the first value of that name; empty when it is absent.
[[nodiscard]] std::string_view find(const Headers& headers, std::string_view name) noexcept;

// Replaces the Content-Type.
void setContentType(Headers& headers, std::string type);

// A request of the client. The connection adds address, authentication and content type.
struct Request {
    std::string body;
    std::chrono::milliseconds readTimeout{std::chrono::seconds(90)}; // for the whole answer
};

struct Response {
    int status = 0;
    std::string reason;
    Headers headers;
    std::string body;
};

// A request as the server reads it.
struct ServerRequest {
    std::string method, target;
    Headers headers;
    std::string body;
};

// The limits of protocol.md 10.1: bytes and lines of the header, bytes of the body (twice the largest envelope
// requested), 1xx answers before the final one. A server waits `requestTimeout` for a request, from the connection or
// the last answer on (MaxPacketRetrievalTimeSeconds, see protocol.md 1.12).
struct Limits {
    std::size_t headerBytes = limits::headerBytes;
    std::size_t headerLines = limits::headerLines;
    std::size_t bodyBytes = limits::bodyBytes;
    std::size_t interimAnswers = limits::interimAnswers;
    std::chrono::milliseconds requestTimeout{std::chrono::seconds(120)};
};

inline constexpr std::string_view soapType = "application/soap+xml;charset=UTF-8";

} // namespace drydock::http
