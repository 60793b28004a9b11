// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/text.h"

#include "model/domain/strings.h"

#include <array>
#include <cstdint>

namespace drydock::clixml {

namespace {

constexpr char32_t replacementCharacter = 0xFFFD;
constexpr char32_t lastCodePoint = 0x10FFFF;

constexpr bool isHalf(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }
constexpr bool isHighHalf(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
constexpr bool isLowHalf(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }
constexpr char32_t joined(char32_t high, char32_t low) { return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00); }

constexpr std::uint8_t byteAt(std::string_view text, std::size_t i) { return static_cast<std::uint8_t>(text[i]); }

void appendUnit(std::string& out, char32_t unit)
{
    domain::appendHex4(out += "_x", unit, domain::upperHexDigits);
    out += '_';
}

// Whether a character is written as a unit: those that PowerShell's EncodeString escapes, and U+FFFE and U+FFFF, which
// PowerShell reads only in this form.
constexpr bool needsUnit(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F) || isHalf(c) || c >= 0xFFFE; }

// The bytes that are written unchanged in any context.
constexpr std::array<bool, 256> plainBytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x7F; ++c)
        plain[c] = c != '_' && c != '&' && c != '<' && c != '>' && c != '"';
    return plain;
}();

void appendAscii(std::string& out, std::string_view text, std::size_t i, bool attribute)
{
    switch (text[i]) {
    case '&':
        out += "&amp;";
        break;
    case '<':
        out += "&lt;";
        break;
    case '>':
        out += "&gt;";
        break;
    case '"':
        out += attribute ? "&quot;" : "\"";
        break;
    case '_':
        if (i + 1 < text.size() && (text[i + 1] == 'x' || text[i + 1] == 'X'))
            out += "_x005F_";
        else
            out += '_';
        break;
    default:
        appendUnit(out, byteAt(text, i));
    }
}

// Returns the number of `count` hex digits from `at` on if '_' follows them.
std::optional<char32_t> unitAt(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count >= text.size() || text[at + count] != '_') return std::nullopt;
    char32_t value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        const int digit = domain::hexDigit(text[i]);
        if (digit < 0) return std::nullopt;
        value = value << 4 | static_cast<char32_t>(digit);
    }
    return value;
}

// Returns the last character of `out` if it is a high surrogate half in WTF-8.
std::optional<char32_t> trailingHighHalf(const std::string& out)
{
    if (out.size() < 3) return std::nullopt;
    const std::string_view tail = std::string_view(out).substr(out.size() - 3);
    if (byteAt(tail, 0) != 0xED || byteAt(tail, 1) < 0xA0 || byteAt(tail, 1) > 0xAF) return std::nullopt;
    return 0xD000u | (byteAt(tail, 1) & 0x3Fu) << 6 | (byteAt(tail, 2) & 0x3Fu);
}

void appendJoining(std::string& out, char32_t codePoint)
{
    if (isLowHalf(codePoint)) {
        if (const auto high = trailingHighHalf(out)) {
            out.resize(out.size() - 3);
            codePoint = joined(*high, codePoint);
        }
    }
    appendCodePoint(out, codePoint);
}

std::optional<char32_t> numericReference(std::string_view name)
{
    const bool hex = name.size() > 1 && name[1] == 'x';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    if (digits.empty()) return std::nullopt;
    char32_t value = 0;
    for (const char c : digits) {
        const int digit = domain::hexDigit(c);
        if (digit < 0 || (!hex && digit > 9)) return std::nullopt;
        value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
        if (value > lastCodePoint) return std::nullopt;
    }
    return value == 0 ? std::nullopt : std::optional(value);
}

std::optional<char32_t> reference(std::string_view name)
{
    if (name == "lt") return U'<';
    if (name == "gt") return U'>';
    if (name == "amp") return U'&';
    if (name == "quot") return U'"';
    if (name == "apos") return U'\'';
    return name.starts_with('#') ? numericReference(name) : std::nullopt;
}

} // namespace

char32_t nextCodePoint(std::string_view text, std::size_t& position) noexcept
{
    const std::uint8_t lead = byteAt(text, position++);
    if (lead < 0x80) return lead;
    int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t value = lead & (0x3Fu >> following);
    for (; following > 0 && position < text.size() && (byteAt(text, position) & 0xC0) == 0x80; --following)
        value = value << 6 | (byteAt(text, position++) & 0x3Fu);
    return value;
}

void appendEscaped(std::string& out, std::string_view text, bool attribute)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t start = i;
        while (i < text.size() && plainBytes[byteAt(text, i)])
            ++i;
        out.append(text, start, i - start);
        if (i == text.size()) break;
        if (byteAt(text, i) < 0x80) {
            appendAscii(out, text, i++, attribute);
            continue;
        }
        const std::size_t before = i;
        const char32_t c = nextCodePoint(text, i);
        if (c >= 0x10000) {
            appendUnit(out, 0xD800 + ((c - 0x10000) >> 10));
            appendUnit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        } else if (needsUnit(c)) {
            appendUnit(out, c);
        } else {
            out.append(text, before, i - before);
        }
    }
}

std::optional<std::string> withoutReferences(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t i = 0;
    while (true) {
        const std::size_t ampersand = text.find('&', i);
        out.append(text, i, ampersand == std::string_view::npos ? ampersand : ampersand - i);
        if (ampersand == std::string_view::npos) return out;
        const std::size_t end = text.find(';', ampersand);
        if (end == std::string_view::npos) return std::nullopt;
        const auto c = reference(text.substr(ampersand + 1, end - ampersand - 1));
        if (!c) return std::nullopt;
        appendJoining(out, *c);
        i = end + 1;
    }
}

std::string withoutUnits(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t i = 0;
    while (true) {
        const std::size_t mark = text.find('_', i);
        out.append(text, i, mark == std::string_view::npos ? mark : mark - i);
        if (mark == std::string_view::npos) return out;
        i = mark + 1;
        const bool marked = i < text.size() && (text[i] == 'x' || text[i] == 'X');
        if (const auto unit = marked ? unitAt(text, i + 1, 4) : std::nullopt) {
            appendJoining(out, *unit);
            i += 6;
        } else if (const auto wide = marked ? unitAt(text, i + 1, 8) : std::nullopt; wide && *wide <= lastCodePoint) {
            appendJoining(out, *wide);
            i += 10;
        } else {
            out += '_';
        }
    }
}

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    std::string out;
    out.reserve(bytes.size() / 2);
    const auto unit = [&](std::size_t i) -> char32_t {
        const char32_t first = byteAt(bytes, i);
        const char32_t second = byteAt(bytes, i + 1);
        return bigEndian ? first << 8 | second : second << 8 | first;
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (isHighHalf(c) && i + 3 < bytes.size() && isLowHalf(unit(i + 2))) {
            c = joined(c, unit(i + 2));
            i += 2;
        }
        appendCodePoint(out, isHalf(c) ? replacementCharacter : c);
    }
    if (bytes.size() % 2 != 0) appendCodePoint(out, replacementCharacter);
    return out;
}

} // namespace drydock::clixml
