// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/base64.h"

#include <array>
#include <cstdint>

namespace drydock::domain {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t foreign = 255, space = 254, padding = 253;

constexpr std::array<std::uint8_t, 256> makeTable()
{
    std::array<std::uint8_t, 256> table{};
    table.fill(foreign);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    for (const char c : {' ', '\t', '\r', '\n'})
        table[static_cast<unsigned char>(c)] = space;
    table[static_cast<unsigned char>('=')] = padding;
    return table;
}

constexpr auto table = makeTable();

std::uint32_t byteAt(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

} // namespace

std::string toBase64(std::string_view bytes)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::uint32_t group = byteAt(bytes, at) << 16 | byteAt(bytes, at + 1) << 8 | byteAt(bytes, at + 2);
        out += alphabet[group >> 18];
        out += alphabet[group >> 12 & 63];
        out += at + 1 < bytes.size() ? alphabet[group >> 6 & 63] : '=';
        out += at + 2 < bytes.size() ? alphabet[group & 63] : '=';
    }
    return out;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    std::string out;
    out.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t group = 0;
    int digits = 0, pads = 0;
    for (const char c : text) {
        const std::uint8_t value = table[static_cast<unsigned char>(c)];
        if (value == space) continue;
        if (value == foreign || (pads > 0 && value != padding)) return std::nullopt;
        if (value == padding) {
            if (++pads > 2) return std::nullopt;
            continue;
        }
        group = group << 6 | value;
        if (++digits % 4 == 0) {
            out += static_cast<char>(group >> 16 & 255);
            out += static_cast<char>(group >> 8 & 255);
            out += static_cast<char>(group & 255);
        }
    }
    const int rest = digits % 4;
    if (rest == 1 || pads != (4 - rest) % 4) return std::nullopt;
    if (rest == 2) out += static_cast<char>(group >> 4 & 255);
    if (rest == 3) {
        out += static_cast<char>(group >> 10 & 255);
        out += static_cast<char>(group >> 2 & 255);
    }
    return out;
}

} // namespace drydock::domain
