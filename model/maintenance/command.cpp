// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/command.h"

#include "model/domain/strings.h"

#include <algorithm>

namespace drydock::maintenance {
namespace {

// Returns whether PowerShell reads the word as one string argument without quotes.
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

std::string quoted(const std::string& text)
{
    if (isBareWord(text)) return text;
    std::string out = "'";
    for (std::size_t i = 0; i < text.size();) {
        const auto length = std::max<std::size_t>(quoteLength(text, i), 1);
        const auto piece = text.substr(i, length);
        out += quoteLength(text, i) > 0 ? piece + piece : piece;
        i += length;
    }
    return out + "'";
}

struct ValueText {
    std::string operator()(const std::string& text) const { return " " + quoted(text); }
    std::string operator()(bool value) const { return value ? ":$true" : ":$false"; }
    std::string operator()(std::int64_t number) const { return " " + std::to_string(number); }
    std::string operator()(const std::vector<std::string>& items) const
    {
        if (items.empty()) return " @()";
        std::string out;
        for (const auto& item : items)
            out += (out.empty() ? " " : ",") + quoted(item);
        return out;
    }
};

} // namespace

bool Command::operator==(const Command&) const = default;

bool Command::sets(std::string_view parameter) const
{
    return std::any_of(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.name == parameter; });
}

bool Command::sets(std::string_view parameter, std::string_view value) const
{
    return std::any_of(parameters.begin(), parameters.end(), [&](const Parameter& p) {
        const auto* text = std::get_if<std::string>(&p.value);
        return p.name == parameter && text && domain::equalsIgnoringCase(*text, value);
    });
}

std::string Command::toPowerShell() const
{
    std::string out = cmdlet;
    for (const auto& parameter : parameters)
        out += " -" + parameter.name + std::visit(ValueText{}, parameter.value);
    return out;
}

} // namespace drydock::maintenance
