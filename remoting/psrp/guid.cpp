// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/guid.h"

#include "model/domain/strings.h"

#include <random>

namespace drydock::psrp {

namespace {

// The index on the wire of each printed byte.
constexpr std::array<std::size_t, 16> guidWireOrder{3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

std::string printed(const std::array<std::uint8_t, 16>& bytes, std::string_view digits)
{
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 0xF];
    }
    return out;
}

} // namespace

std::string Guid::toString() const { return printed(bytes, domain::lowerHexDigits); }
std::string Guid::toUpperString() const { return printed(bytes, domain::upperHexDigits); }

std::optional<Guid> Guid::parse(std::string_view text)
{
    if (text.starts_with("uuid:")) text.remove_prefix(5);
    if (text.starts_with('{') && text.ends_with('}')) text = text.substr(1, text.size() - 2);
    if (text.size() != 36) return std::nullopt;
    Guid guid;
    std::size_t at = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i++] != '-') return std::nullopt;
            continue;
        }
        const int high = domain::hexDigit(text[i]);
        const int low = domain::hexDigit(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        guid.bytes[at++] = static_cast<std::uint8_t>(high << 4 | low);
        i += 2;
    }
    return guid;
}

void Guid::appendTo(std::string& wire) const
{
    for (const std::size_t i : guidWireOrder)
        wire += static_cast<char>(bytes[i]);
}

Guid Guid::fromWire(std::string_view sixteenBytes)
{
    Guid guid;
    for (std::size_t i = 0; i < guidWireOrder.size() && i < sixteenBytes.size(); ++i)
        guid.bytes[guidWireOrder[i]] = static_cast<std::uint8_t>(sixteenBytes[i]);
    return guid;
}

Guid randomGuid()
{
    std::random_device device;
    Guid guid;
    for (std::size_t i = 0; i < guid.bytes.size(); i += 4) {
        const std::uint32_t word = device();
        for (std::size_t k = 0; k < 4; ++k)
            guid.bytes[i + k] = static_cast<std::uint8_t>(word >> (8 * k));
    }
    guid.bytes[6] = static_cast<std::uint8_t>((guid.bytes[6] & 0x0F) | 0x40);
    guid.bytes[8] = static_cast<std::uint8_t>((guid.bytes[8] & 0x3F) | 0x80);
    return guid;
}

} // namespace drydock::psrp
