// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prints HTTP messages with Boost.Beast's serializer.
#pragma once

#include "remoting/http/message.h"

#include <string>
#include <string_view>

namespace drydock::http {

struct Post {
    std::string_view host;
    std::string_view target;
    std::string_view authorization; // empty: no such header
    std::string_view contentType = soapType;
    std::string_view body;
};

// Returns a POST: HTTP/1.1, kept alive, with Content-Length, no compression requested (protocol.md 1.10). The text
// holds the password and is not to be kept.
[[nodiscard]] std::string print(const Post& post);
// Returns a GET without credentials: HTTP/1.1, kept alive.
[[nodiscard]] std::string printGet(std::string_view host, std::string_view target);
[[nodiscard]] std::string print(const Response& response, bool keepAlive);

} // namespace drydock::http
