// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One side of an authenticated connection, without I/O: tokens in, tokens out, then messages sealed and unsealed.
#pragma once

#include "model/domain/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace drydock::auth {

// A sealed message. Its header and its data travel apart (protocol.md 4.4).
struct SealedMessage {
    std::string header;
    std::string data;
    std::size_t padding = 0; // bytes at the end of `data` that the mechanism appended to the text
};

// Belongs to one connection, since it numbers its messages. It is not thread-safe, and its functions do not block.
class SecurityContext
{
public:
    SecurityContext() = default;
    virtual ~SecurityContext() = default;
    SecurityContext(const SecurityContext&) = delete;
    SecurityContext& operator=(const SecurityContext&) = delete;

    // Takes the peer's token, which is empty where the initiator begins. Returns the token for the peer; it is empty
    // when there is none to send. Errors: ServerNotProven when the peer does not prove itself or grants no sealing;
    // ClockSkew, UnknownServicePrincipal, TicketExpired and AccountRefused when the peer's token says so;
    // NotAuthenticated.
    [[nodiscard]] virtual domain::Result<std::string> step(std::string_view token) = 0;
    // Returns whether both sides have proved themselves. No further token is to be taken then.
    [[nodiscard]] virtual bool isEstablished() const noexcept = 0;

    // To be called once the context is established. Returns "Kerberos" or "NTLM".
    [[nodiscard]] virtual std::string mechanism() const = 0;
    // To be called once the context is established. Returns the peer's name, in an acceptor "user@REALM" or
    // "DOMAIN\user".
    [[nodiscard]] virtual std::string peer() const = 0;

    // Encrypts a message. Errors: ServerNotProven when the mechanism cannot, for example because the context expired.
    [[nodiscard]] virtual domain::Result<SealedMessage> seal(std::string_view text) = 0;
    // Decrypts a message and checks its integrity and its place in the order. ServerNotProven: one of these fails.
    [[nodiscard]] virtual domain::Result<std::string> unseal(std::string_view header, std::string_view data) = 0;
};

} // namespace drydock::auth
