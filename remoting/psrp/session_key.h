// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The key of a session, which encrypts the SecureStrings in it, and how client and server agree on it (protocol.md
// 2.9).
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"
#include "remoting/clixml/value.h"
#include "remoting/psrp/session_crypto.h"

#include <memory>
#include <string>
#include <string_view>

namespace drydock::psrp {

class SessionKey
{
public:
    [[nodiscard]] static domain::Result<SessionKey> make();
    // Malformed: a key has 32 bytes.
    [[nodiscard]] static domain::Result<SessionKey> of(domain::Secret bytes);

    // Returns the SecureString of a text in UTF-8.
    [[nodiscard]] domain::Result<clixml::Value> encrypt(const domain::Secret& text) const;
    // Malformed: it is no SecureString, or was encrypted with another key.
    [[nodiscard]] domain::Result<domain::Secret> decrypt(const clixml::Value& secureString) const;
    // Returns the EncryptedSessionKey for the PublicKey of a client. Malformed: it is none.
    [[nodiscard]] domain::Result<std::string> sealedFor(std::string_view publicKey) const;

private:
    explicit SessionKey(domain::Secret bytes) : m_bytes(std::move(bytes)) {}

    domain::Secret m_bytes;
};

// The client's part: a pair of keys, with which the server sends the session's key.
class KeyExchange
{
public:
    [[nodiscard]] static domain::Result<KeyExchange> make();

    // The text of PublicKey.
    [[nodiscard]] std::string publicKey() const;
    // Malformed: it is no EncryptedSessionKey for these keys.
    [[nodiscard]] domain::Result<SessionKey> open(std::string_view encryptedSessionKey) const;

private:
    explicit KeyExchange(std::unique_ptr<crypto::RsaKeyPair> keys) : m_keys(std::move(keys)) {}

    std::unique_ptr<crypto::RsaKeyPair> m_keys;
};

} // namespace drydock::psrp
