// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/utf8.h"

#include <cstdint>

namespace drydock::domain {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Returns the length of the well-formed sequence at `i`; 0 if there is none.
std::size_t sequenceLength(std::string_view text, std::size_t i)
{
    const auto byte = [text](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
    const std::uint8_t lead = byte(i);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || i + length > text.size()) return 0;
    const std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(i + 1) < low || byte(i + 1) > high) return 0;
    for (std::size_t k = 2; k < length; ++k) {
        if ((byte(i + k) & 0xC0) != 0x80) return 0;
    }
    return length;
}

} // namespace

std::optional<std::string> repairedUtf8(std::string_view bytes)
{
    std::size_t i = 0;
    while (i < bytes.size()) {
        const std::size_t length = sequenceLength(bytes, i);
        if (length == 0) break;
        i += length;
    }
    if (i == bytes.size()) return std::nullopt;
    std::string out(bytes.substr(0, i));
    while (i < bytes.size()) {
        const std::size_t length = sequenceLength(bytes, i);
        out += length == 0 ? replacement : bytes.substr(i, length);
        i += length == 0 ? 1 : length;
    }
    return out;
}

std::string toValidUtf8(std::string_view bytes)
{
    auto repaired = repairedUtf8(bytes);
    return repaired ? std::move(*repaired) : std::string(bytes);
}

void appendCodePoint(std::string& out, char32_t c)
{
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    }
}

} // namespace drydock::domain
