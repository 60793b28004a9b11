// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Small functions for ASCII texts: words, digits and white space of the protocols. They do not depend on a locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::domain {

[[nodiscard]] constexpr bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool isLetter(char c) noexcept { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
[[nodiscard]] constexpr char toLower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Returns the text with A to Z as a to z. Other bytes stay as they are.
[[nodiscard]] inline std::string lowered(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        c = toLower(c);
    return out;
}

// The white space of XML. What is read here of HTTP and PowerShell has no other.
inline constexpr std::string_view whiteSpace = " \t\r\n";

// Returns the text without the characters of `ends` at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text, std::string_view ends = whiteSpace) noexcept
{
    const auto first = text.find_first_not_of(ends);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(ends) - first + 1);
}

// Returns the texts as one: "a, b, c".
[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts)
{
    std::string out;
    for (const auto& part : parts)
        out += (out.empty() ? "" : ", ") + part;
    return out;
}

// Returns the value of a hexadecimal digit in either case; -1 for any other character.
[[nodiscard]] constexpr int hexDigit(char c) noexcept
{
    if (isDigit(c)) return c - '0';
    const char lower = toLower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

inline constexpr std::string_view lowerHexDigits = "0123456789abcdef";
inline constexpr std::string_view upperHexDigits = "0123456789ABCDEF";

// Appends the lowest 16 bits of `value` as four hexadecimal digits. `digits` is one of the two alphabets above.
inline void appendHex4(std::string& out, std::uint32_t value, std::string_view digits)
{
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[(value >> shift) & 0xF];
}

} // namespace drydock::domain
