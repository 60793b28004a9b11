// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Bytes of strangers as answers and as requests. The first byte says how they are cut on their way; however they are
// cut, the same is read, nothing is longer than its limit, and what is printed again is read again.
#include "remoting/auth/authentication.h"
#include "remoting/http/printer.h"
#include "remoting/http/reader.h"
#include "remoting/http/status.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace drydock;
using drydock::tests::require;
using namespace drydock::http;

namespace {

Limits smallLimits()
{
    Limits limits;
    limits.headerBytes = 1024;
    limits.headerLines = 20;
    limits.bodyBytes = 2048;
    return limits;
}

struct Seen {
    std::vector<Response> responses;
    bool failed = false;
};

Seen readAsClient(std::string_view bytes, std::size_t step)
{
    Seen seen;
    ResponseReader reader(smallLimits());
    const auto accept = [&seen](domain::Result<std::optional<Response>> result) {
        seen.failed = !result;
        if (result && *result) seen.responses.push_back(std::move(**result));
        return result && !*result;
    };
    bool more = true;
    for (std::size_t at = 0; more && at < bytes.size(); at += step)
        more = accept(reader.feed(bytes.substr(at, step)));
    static_cast<void>(reader.keepsAlive());
    if (more)
        if (auto ended = reader.end()) seen.responses.push_back(std::move(*ended));
    return seen;
}

void assess(const Response& response)
{
    require(response.body.size() <= smallLimits().bodyBytes && response.headers.size() <= smallLimits().headerLines);
    static_cast<void>(accept(response, "fuzz"));
    static_cast<void>(auth::offeredSchemes(find(response.headers, "WWW-Authenticate")));
    if (response.status < 200 || response.status == 204 || response.status == 304) return; // they have no body
    ResponseReader reader(smallLimits());
    const auto again = reader.feed(print({response.status, {}, {}, response.body}, true));
    require(again && *again && (*again)->status == response.status && (*again)->body == response.body);
}

void readAsServer(std::string_view bytes, std::size_t step)
{
    RequestReader reader(smallLimits());
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        auto request = reader.feed(bytes.substr(at, step));
        for (; request && *request; request = reader.feed({})) {
            require((*request)->body.size() <= smallLimits().bodyBytes);
            static_cast<void>(auth::readAuthorization(find((*request)->headers, "Authorization")));
            static_cast<void>(reader.keepsAlive());
        }
        if (!request) return;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::size_t step = std::max<std::size_t>(1, data[0]);
    const Seen cut = readAsClient(bytes, step);
    const Seen whole = readAsClient(bytes, std::max<std::size_t>(1, bytes.size()));
    if (!cut.failed && !whole.failed && !cut.responses.empty() && !whole.responses.empty())
        require(cut.responses.front().status == whole.responses.front().status &&
                cut.responses.front().body == whole.responses.front().body);
    for (const Response& response : cut.responses)
        assess(response);
    readAsServer(bytes, step);
    return 0;
}
