// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes and reads multipart/encrypted, the form of a sealed HTTP body (protocol.md 4.4).
#pragma once

#include "model/domain/authentication_scheme.h"
#include "model/domain/result.h"
#include "remoting/auth/security_context.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::auth {

// Returns "application/HTTP-Kerberos-session-encrypted" or "application/HTTP-SPNEGO-session-encrypted".
[[nodiscard]] std::string_view sealingProtocol(domain::AuthenticationScheme scheme) noexcept;
// Returns the value of Content-Type for a sealed body.
[[nodiscard]] std::string sealedContentType(std::string_view protocol);
// Returns whether a Content-Type announces a sealed body.
[[nodiscard]] bool isSealed(std::string_view contentType) noexcept;

struct SealedPart {
    std::string type;       // of the text: "application/soap+xml;charset=UTF-8"
    std::size_t length = 0; // of the text, and of the mechanism's padding
    std::string header;
    std::string data;
};

[[nodiscard]] std::string printSealed(std::string_view protocol, const std::vector<SealedPart>& parts);
// Reads one part, or several where the Content-Type is multipart/x-multi-encrypted. Malformed: it is not such a body.
[[nodiscard]] domain::Result<std::vector<SealedPart>> readSealed(std::string_view contentType, std::string_view body);

struct UnsealedBody {
    std::string type;
    std::string text;
};

// Returns the body that carries the text sealed. Errors: those of SecurityContext::seal.
[[nodiscard]] domain::Result<std::string> sealBody(SecurityContext& context, std::string_view protocol,
                                                   std::string_view type, std::string_view text);
// Errors: those of readSealed and of SecurityContext::unseal; Malformed when the text has another length than
// announced.
[[nodiscard]] domain::Result<UnsealedBody> unsealBody(SecurityContext& context, std::string_view contentType,
                                                      std::string_view body);

} // namespace drydock::auth
