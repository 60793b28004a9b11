// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/channel_binding.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <optional>
#include <string_view>

namespace drydock::http {
namespace {

using Hash = QCryptographicHash::Algorithm;

constexpr unsigned char sequence = 0x30, objectIdentifier = 0x06, contextZero = 0xA0;

// Removes an element of that tag from DER and returns its content. Nothing: another tag, or the lengths do not fit.
std::optional<std::string_view> take(std::string_view& der, unsigned char tag)
{
    const auto byte = [&der](std::size_t at) { return static_cast<unsigned char>(der[at]); };
    if (der.size() < 2 || byte(0) != tag) return std::nullopt;
    std::size_t length = byte(1), start = 2;
    if (length >= 0x80) {
        const std::size_t count = length & 0x7F;
        if (count > 4 || der.size() < start + count) return std::nullopt;
        for (length = 0; start < 2 + count; ++start)
            length = length << 8 | byte(start);
    }
    if (der.size() - start < length) return std::nullopt;
    const auto content = der.substr(start, length);
    der.remove_prefix(start + length);
    return content;
}

std::optional<std::string_view> takePath(std::string_view der, std::initializer_list<unsigned char> tags)
{
    std::optional inner(der);
    for (const auto tag : tags)
        if (inner) inner = take(*inner, tag);
    return inner;
}

// The hash of a signature algorithm whose identifier has one.
std::optional<Hash> hashOf(std::string_view identifier)
{
    struct Row {
        std::string_view identifier;
        Hash hash;
    };
    using namespace std::string_view_literals;
    static constexpr Row rows[] = {
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b"sv, Hash::Sha256}, // sha256WithRSAEncryption and its neighbours
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c"sv, Hash::Sha384},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d"sv, Hash::Sha512},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0e"sv, Hash::Sha224},
        {"\x2a\x86\x48\xce\x3d\x04\x03\x01"sv, Hash::Sha224},
        {"\x2a\x86\x48\xce\x3d\x04\x03\x02"sv, Hash::Sha256}, // ecdsa-with-SHA256 and its neighbours
        {"\x2a\x86\x48\xce\x3d\x04\x03\x03"sv, Hash::Sha384},
        {"\x2a\x86\x48\xce\x3d\x04\x03\x04"sv, Hash::Sha512},
        {"\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv, Hash::Sha256}, // SHA-256 itself, a parameter of RSASSA-PSS
        {"\x60\x86\x48\x01\x65\x03\x04\x02\x02"sv, Hash::Sha384},
        {"\x60\x86\x48\x01\x65\x03\x04\x02\x03"sv, Hash::Sha512},
    };
    for (const auto& row : rows)
        if (row.identifier == identifier) return row.hash;
    return std::nullopt;
}

// Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm SEQUENCE { OBJECT IDENTIFIER, parameters }, signature }
std::optional<Hash> signatureHash(std::string_view der)
{
    constexpr std::string_view rsaPss = "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a";
    auto certificate = take(der, sequence);
    if (!certificate || !take(*certificate, sequence)) return std::nullopt;
    auto algorithm = take(*certificate, sequence);
    if (!algorithm) return std::nullopt;
    const auto identifier = take(*algorithm, objectIdentifier);
    if (identifier && *identifier == rsaPss) {
        const auto hash = takePath(*algorithm, {sequence, contextZero, sequence, objectIdentifier});
        return hash ? hashOf(*hash) : std::nullopt;
    }
    return identifier ? hashOf(*identifier) : std::nullopt;
}

} // namespace

std::string endPointBinding(const QSslCertificate& certificate)
{
    const QByteArray der = certificate.toDer();
    const auto hash = signatureHash({der.constData(), static_cast<std::size_t>(der.size())}).value_or(Hash::Sha256);
    return "tls-server-end-point:" + QCryptographicHash::hash(der, hash).toStdString();
}

} // namespace drydock::http
