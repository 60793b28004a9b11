// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The ciphers of the session key (protocol.md 2.9): RSA with PKCS #1 v1.5 and AES-256 in CBC mode, as the system's
// library has them. Another system's library stands behind this header; session_crypto_none.cpp is for none.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace drydock::psrp::crypto {

struct RsaPublicKey {
    std::string modulus; // big-endian
    std::uint32_t exponent = 0;

    bool operator==(const RsaPublicKey&) const = default;
};

// A key pair of 2048 bits.
class RsaKeyPair
{
public:
    // Internal: this build has no library.
    [[nodiscard]] static domain::Result<std::unique_ptr<RsaKeyPair>> make();
    virtual ~RsaKeyPair() = default;
    [[nodiscard]] virtual RsaPublicKey publicKey() const = 0;
    // Malformed, always with the same text: nobody learns what is wrong with the padding.
    [[nodiscard]] virtual domain::Result<domain::Secret> decrypt(std::string_view ciphertext) const = 0;
};

// Malformed: it is no key that can encrypt.
[[nodiscard]] domain::Result<std::string> encryptFor(const RsaPublicKey& key, const domain::Secret& plain);

// `key` has 32 bytes; the initialisation vector is zero, as the protocol has it.
[[nodiscard]] domain::Result<std::string> aesEncrypt(const domain::Secret& key, const domain::Secret& plain);
[[nodiscard]] domain::Result<domain::Secret> aesDecrypt(const domain::Secret& key, std::string_view ciphertext);

[[nodiscard]] domain::Result<domain::Secret> randomBytes(std::size_t count);

} // namespace drydock::psrp::crypto
