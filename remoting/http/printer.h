// Prints HTTP messages, by Boost.Beast's serializer.
#pragma once

#include "remoting/http/message.h"

#include <string>
#include <string_view>

namespace drydock::http {

// A POST of a SOAP envelope: HTTP/1.1, kept alive, Content-Length, no compression asked for (protocol.md 1.10).
[[nodiscard]] std::string printPost(std::string_view host, std::string_view target, std::string_view authorization,
                                    std::string_view body);
[[nodiscard]] std::string print(const Response& response, bool keepAlive);

} // namespace drydock::http
