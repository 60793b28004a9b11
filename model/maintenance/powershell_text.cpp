// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/powershell_text.h"

#include "model/domain/strings.h"

#include <algorithm>
#include <string_view>

namespace drydock::maintenance {
namespace {

bool isBareWord(const std::string& text)
{
    return !text.empty() && domain::isLetter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return domain::isLetter(c) || domain::isDigit(c) || c == '_' || c == '.' || c == '-';
    });
}

// PowerShell reads U+2018 to U+201B as single quotes too. In UTF-8 they are E2 80 98 to E2 80 9B.
std::size_t quoteLength(const std::string& text, std::size_t at)
{
    if (text[at] == '\'') return 1;
    if (text.compare(at, 2, "\xE2\x80") != 0 || at + 2 >= text.size()) return 0;
    const auto last = static_cast<unsigned char>(text[at + 2]);
    return last >= 0x98 && last <= 0x9B ? 3 : 0;
}

} // namespace

std::string literal(const std::string& text)
{
    std::string out = "'";
    for (std::size_t i = 0; i < text.size();) {
        const auto length = std::max<std::size_t>(quoteLength(text, i), 1);
        const auto piece = text.substr(i, length);
        out += quoteLength(text, i) > 0 ? piece + piece : piece;
        i += length;
    }
    return out + "'";
}

std::string argument(const std::string& text) { return isBareWord(text) ? text : literal(text); }

std::string comment(std::string text)
{
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    // PowerShell ends a line at these as well: U+0085, U+2028, U+2029.
    for (const std::string_view lineEnd : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
        for (auto at = text.find(lineEnd); at != std::string::npos; at = text.find(lineEnd))
            text.replace(at, lineEnd.size(), " ");
    return "# " + text + "\n";
}

} // namespace drydock::maintenance
