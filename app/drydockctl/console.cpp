// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/console.h"

#include "model/domain/error_help.h"

#include <algorithm>
#include <cstdio>

namespace drydock::ctl {
namespace {

struct Character {
    char32_t code = 0;
    std::size_t length = 0; // bytes; 0 if the text does not begin with a valid UTF-8 character
};

// Decodes the first character by Unicode table 3-7: overlong forms, surrogates and codes above U+10FFFF are invalid.
Character firstOf(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || length > text.size()) return {};
    char32_t code = static_cast<char32_t>(lead & (0x7FU >> length));
    for (const char c : text.substr(1, length - 1)) {
        const auto next = static_cast<unsigned char>(c);
        if ((next & 0xC0U) != 0x80U) return {};
        code = (code << 6U) | (next & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return overlong || surrogate || code > 0x10FFFF ? Character{} : Character{code, length};
}

bool isUnsafe(char32_t code)
{
    const auto between = [code](char32_t first, char32_t last) { return code >= first && code <= last; };
    return code < 0x20 || between(0x7F, 0x9F) || code == 0x061C || between(0x200E, 0x200F) || between(0x2028, 0x202E) ||
           between(0x2066, 0x2069) || code == 0xFEFF;
}

} // namespace

void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

void printLine(std::string_view line) { print(std::string(line) + "\n"); }

void printMessage(std::string_view line)
{
    const std::string text = std::string(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void printError(const domain::Error& error)
{
    const auto& help = domain::errorHelpOf(error.kind);
    printMessage("drydockctl: " + printable(error.what) + ": " + help.heading + ". " + help.meaning);
    if (!error.detail.empty() || error.code != 0)
        printMessage("  detail: " + printable(error.detail) +
                     (error.code != 0 ? " (" + std::to_string(error.code) + ")" : ""));
    for (const domain::Error* cause = error.cause.get(); cause; cause = cause->cause.get()) {
        if (cause->what != error.what) printMessage("  while: " + printable(cause->what));
    }
    printMessage(std::string("  what to do: ") + help.advice);
    printMessage(std::string("  kind: ") + domain::toString(error.kind));
}

std::string printable(std::string_view remote)
{
    std::string result;
    while (!remote.empty()) {
        const Character one = firstOf(remote);
        if (one.code == U'\n' || one.code == U'\t')
            result += ' ';
        else if (one.length == 0 || isUnsafe(one.code))
            result += '?';
        else
            result += remote.substr(0, one.length);
        remote.remove_prefix(std::max<std::size_t>(one.length, 1));
    }
    return result;
}

std::string printableLines(std::string_view text)
{
    std::string result;
    for (;;) {
        const auto end = text.find('\n');
        result += printable(text.substr(0, end));
        if (end == std::string_view::npos) return result;
        result += '\n';
        text.remove_prefix(end + 1);
    }
}

} // namespace drydock::ctl
