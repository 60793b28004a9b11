// HTTP messages as this program uses them: whole, in memory, bounded.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::http {

// In the order they came; names compare without case.
using Headers = std::vector<std::pair<std::string, std::string>>;
// The first value of that name, empty when absent.
[[nodiscard]] std::string_view find(const Headers& headers, std::string_view name) noexcept;

// What a connection posts; address, authentication and content type are the connection's.
struct Request {
    std::string body;
    std::chrono::milliseconds readTimeout{std::chrono::seconds(90)}; // how long the answer may take
};

struct Response {
    int status = 0;
    std::string reason;
    Headers headers;
    std::string body;
};

// What a server reads.
struct ServerRequest {
    std::string method, target;
    Headers headers;
    std::string body;
};

// protocol.md 10.1: header block, its lines, and the body (twice the largest envelope we ask for); how long a server
// waits for a request to arrive, from the connection or the answer before (1.12, MaxPacketRetrievalTimeSeconds).
struct Limits {
    std::size_t headerBytes = std::size_t{64} * 1024;
    std::size_t headerLines = 200;
    std::size_t bodyBytes = std::size_t{2} * 512000;
    std::chrono::milliseconds requestTimeout{std::chrono::seconds(120)};
};

inline constexpr std::string_view soapType = "application/soap+xml;charset=UTF-8";

} // namespace drydock::http
