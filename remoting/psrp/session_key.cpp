// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/session_key.h"

#include "model/domain/base64.h"
#include "remoting/clixml/text.h"
#include "remoting/psrp/little_endian.h"

#include <algorithm>

namespace drydock::psrp {
namespace {

using domain::ErrorKind;
using domain::Result;
using domain::Secret;

// The heads of the blobs of Windows' CryptoAPI: PUBLICKEYBLOB with CALG_RSA_KEYX, SIMPLEBLOB with CALG_AES_256.
constexpr std::string_view publicKeyHead("\x06\x02\x00\x00\x00\xA4\x00\x00RSA1", 12);
constexpr std::string_view sessionKeyHead("\x01\x02\x00\x00\x10\x66\x00\x00\x00\xA4\x00\x00", 12);
constexpr std::size_t keyBytes = 32;
constexpr std::size_t smallestModulus = 128, largestModulus = 512; // bytes

std::string reversed(std::string_view bytes) { return {bytes.rbegin(), bytes.rend()}; }

domain::Failure malformed(const char* what, std::string detail)
{
    return domain::fail(ErrorKind::Malformed, what, std::move(detail));
}

Result<crypto::RsaPublicKey> readPublicKey(std::string_view text)
{
    constexpr const char* what = "read PUBLIC_KEY";
    const auto blob = domain::fromBase64(text);
    if (!blob || !blob->starts_with(publicKeyHead) || blob->size() < publicKeyHead.size() + 8)
        return malformed(what, "not the blob of a public key");
    const auto rest = std::string_view(*blob).substr(publicKeyHead.size());
    const std::size_t size = littleEndian(rest) / 8;
    if (size < smallestModulus || size > largestModulus || rest.size() != size + 8)
        return malformed(what, "a key of a size that is not accepted");
    return crypto::RsaPublicKey{reversed(rest.substr(8)), littleEndian(rest.substr(4))};
}

// Room is made beforehand, so that no part of a secret stays where a string has grown.
Secret toUtf16(const Secret& text)
{
    const std::string_view from = text.reveal();
    std::string out;
    out.reserve(2 * from.size());
    const auto append = [&out](char32_t unit) {
        out += static_cast<char>(unit & 0xFF);
        out += static_cast<char>(unit >> 8 & 0xFF);
    };
    for (std::size_t at = 0; at < from.size();) {
        const char32_t point = clixml::nextCodePoint(from, at);
        if (point >= 0x10000) append(0xD800 + ((point - 0x10000) >> 10));
        append(point >= 0x10000 ? 0xDC00 + ((point - 0x10000) & 0x3FF) : point);
    }
    return Secret(std::move(out));
}

} // namespace

Result<SessionKey> SessionKey::make()
{
    DRYDOCK_TRY(auto bytes, crypto::randomBytes(keyBytes));
    return SessionKey(std::move(bytes));
}

Result<SessionKey> SessionKey::of(Secret bytes)
{
    if (bytes.reveal().size() != keyBytes) return malformed("read session key", "a key of another size");
    return SessionKey(std::move(bytes));
}

Result<clixml::Value> SessionKey::encrypt(const Secret& text) const
{
    DRYDOCK_TRY(const auto ciphertext, crypto::aesEncrypt(m_bytes, toUtf16(text)));
    return clixml::Value(clixml::Type::SecureString, domain::toBase64(ciphertext));
}

Result<Secret> SessionKey::decrypt(const clixml::Value& secureString) const
{
    constexpr const char* what = "decrypt a string";
    if (secureString.type() != clixml::Type::SecureString) return malformed(what, "it is not encrypted");
    const auto ciphertext = domain::fromBase64(secureString.text());
    if (!ciphertext) return malformed(what, "not base64");
    DRYDOCK_TRY(const auto plain, crypto::aesDecrypt(m_bytes, *ciphertext));
    if (plain.reveal().size() % 2 != 0) return malformed(what, "half a character");
    return Secret(clixml::fromUtf16(plain.reveal(), false));
}

Result<std::string> SessionKey::sealedFor(std::string_view publicKey) const
{
    DRYDOCK_TRY(const auto key, readPublicKey(publicKey));
    DRYDOCK_TRY(const auto ciphertext, crypto::encryptFor(key, m_bytes));
    return domain::toBase64(std::string(sessionKeyHead) + reversed(ciphertext));
}

Result<KeyExchange> KeyExchange::make()
{
    DRYDOCK_TRY(auto keys, crypto::RsaKeyPair::make());
    return KeyExchange(std::move(keys));
}

std::string KeyExchange::publicKey() const
{
    const auto key = m_keys->publicKey();
    std::string blob(publicKeyHead);
    appendLittleEndian(blob, static_cast<std::uint32_t>(8 * key.modulus.size()));
    appendLittleEndian(blob, key.exponent);
    return domain::toBase64(blob + reversed(key.modulus));
}

Result<SessionKey> KeyExchange::open(std::string_view encryptedSessionKey) const
{
    const auto blob = domain::fromBase64(encryptedSessionKey);
    if (!blob || !blob->starts_with(sessionKeyHead))
        return malformed("read session key", "not the blob of a session key");
    DRYDOCK_TRY(auto bytes, m_keys->decrypt(reversed(std::string_view(*blob).substr(sessionKeyHead.size()))));
    return SessionKey::of(std::move(bytes));
}

} // namespace drydock::psrp
