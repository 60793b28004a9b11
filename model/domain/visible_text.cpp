// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/visible_text.h"

#include "model/domain/strings.h"
#include "model/domain/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace drydock::domain {
namespace {

struct Range {
    char32_t first, last;
};

constexpr std::array hiddenRanges{
    Range{0x00, 0x1F},       Range{0x7F, 0x9F},     // control characters
    Range{0xAD, 0xAD},       Range{0x34F, 0x34F},   // soft hyphen, grapheme joiner
    Range{0x61C, 0x61C},                            // Arabic letter mark
    Range{0x115F, 0x1160},   Range{0x17B4, 0x17B5}, // fillers of Hangul, vowels of Khmer that are not written
    Range{0x180B, 0x180F},                          // Mongolian variation selectors and vowel separator
    Range{0x200B, 0x200F},   Range{0x2028, 0x202E}, // zero width, marks, line and paragraph separators, embeddings
    Range{0x2060, 0x206F},                          // joiners, invisible operators, isolates
    Range{0x3164, 0x3164},   Range{0xFEFF, 0xFEFF}, // Hangul filler, byte order mark
    Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFFB}, // halfwidth filler, interlinear annotation
    Range{0xFFFE, 0xFFFF},                          // no characters
    Range{0x1D173, 0x1D17A},                        // musical formatting
    Range{0xE0000, 0xE0FFF},                        // tags
};

// Returns whether a character controls the output, turns the direction of writing, separates lines or cannot be seen:
// what a reader must not be deceived by.
bool isHidden(char32_t code) noexcept
{
    return std::ranges::any_of(hiddenRanges, [code](Range range) { return code >= range.first && code <= range.last; });
}

// Calls `one` with each character of valid UTF-8 and its bytes.
template <class One> void forEachCharacter(std::string_view text, One one)
{
    while (!text.empty()) {
        const auto lead = static_cast<std::uint8_t>(text.front());
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        auto code = static_cast<char32_t>(length == 1 ? lead : lead & (0x7FU >> length));
        for (const char c : text.substr(1, length - 1))
            code = (code << 6U) | (static_cast<std::uint8_t>(c) & 0x3FU);
        one(code, text.substr(0, length));
        text.remove_prefix(length);
    }
}

void appendCode(std::string& out, char32_t code)
{
    std::array<char, 16> printed{};
    std::snprintf(printed.data(), printed.size(), "\\u{%X}", static_cast<unsigned>(code));
    out += printed.data();
}

void appendJsonEscape(std::string& out, char32_t unit)
{
    out += "\\u";
    appendHex4(out, unit, lowerHexDigits);
}

std::string visible(std::string_view remote, bool keepLines)
{
    const std::string text = toValidUtf8(remote);
    std::string out;
    out.reserve(text.size());
    char32_t before = 0;
    forEachCharacter(text, [&](char32_t code, std::string_view bytes) {
        if (code == '\n' && before == '\r')
            out.back() = keepLines ? '\n' : ' ';
        else if (code == '\n' && keepLines)
            out += '\n';
        else if (code == '\n' || code == '\r' || code == '\t')
            out += ' ';
        else if (isHidden(code))
            appendCode(out, code);
        else
            out += bytes;
        before = code;
    });
    return out;
}

bool isNumber(std::string_view text)
{
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    const auto digits = [&text] {
        const auto count = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(count);
        return count > 0;
    };
    if (!digits()) return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!digits()) return false;
    }
    return text.empty();
}

} // namespace

std::string visibleText(std::string_view remote) { return visible(remote, false); }
std::string visibleLines(std::string_view remote) { return visible(remote, true); }

// Outside of strings JSON has no hidden characters but line ends and tabs, which a string never holds.
std::string visibleJson(std::string_view json)
{
    const std::string text = toValidUtf8(json);
    std::string out;
    out.reserve(text.size());
    forEachCharacter(text, [&](char32_t code, std::string_view bytes) {
        if (!isHidden(code) || code == '\n' || code == '\r' || code == '\t') {
            out += bytes;
        } else if (code < 0x10000) {
            appendJsonEscape(out, code);
        } else {
            appendJsonEscape(out, 0xD800 + ((code - 0x10000) >> 10U));
            appendJsonEscape(out, 0xDC00 + ((code - 0x10000) & 0x3FFU));
        }
    });
    return out;
}

std::string cellText(std::string_view remote)
{
    std::string text = visibleText(remote);
    const auto first = text.find_first_not_of(' ');
    const bool formula = first != std::string::npos && std::string_view("=+-@").find(text[first]) != std::string::npos;
    if (formula && !isNumber(text)) text.insert(text.begin(), '\'');
    return text;
}

std::string csvField(std::string_view remote)
{
    std::string cell = cellText(remote);
    if (cell.find_first_of("\",") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string fileNameText(std::string_view remote)
{
    std::string name = visibleText(remote);
    for (char& c : name)
        if (std::string_view("/\\:*?\"<>|{}").find(c) != std::string::npos) c = '_';
    const auto begin = name.find_first_not_of(" .");
    if (begin == std::string::npos) return "drydock";
    name = name.substr(begin, name.find_last_not_of(" .") + 1 - begin);
    return name.starts_with('-') ? "_" + name : name;
}

} // namespace drydock::domain
