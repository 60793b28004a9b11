// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Bytes of strangers as a sealed body, and as the header that carries a token. The first line is the header. What is
// read is no longer than what was given, and what is printed again is read again.
#include "remoting/auth/authentication.h"
#include "remoting/auth/sealed_body.h"
#include "tests/fuzz/require.h"

#include <cstdint>
#include <string_view>

using namespace drydock;
using drydock::tests::require;
using namespace drydock::auth;

namespace {

void readBody(std::string_view contentType, std::string_view body)
{
    const auto parts = readSealed(contentType, body);
    if (!parts) return;
    require(!parts->empty());
    std::size_t size = 0;
    for (const auto& part : *parts)
        size += part.header.size() + part.data.size();
    require(size <= body.size());
    if (parts->size() > 1) return; // data that holds a boundary is cut there
    const auto protocol = sealingProtocol(domain::AuthenticationScheme::Negotiate);
    const auto again = readSealed(sealedContentType(protocol), printSealed(protocol, *parts));
    require(again && again->size() == 1 && again->front().header == parts->front().header &&
            again->front().data == parts->front().data && again->front().length == parts->front().length);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto lineEnd = bytes.find('\n');
    if (lineEnd == std::string_view::npos) return 0;
    const auto header = bytes.substr(0, lineEnd), body = bytes.substr(lineEnd + 1);
    readBody(header, body);
    readBody(sealedContentType(sealingProtocol(domain::AuthenticationScheme::Kerberos)), body);
    for (const auto scheme : {domain::AuthenticationScheme::Kerberos, domain::AuthenticationScheme::Negotiate})
        if (const auto token = readToken(header, scheme)) require(token->size() < header.size());
    return 0;
}
