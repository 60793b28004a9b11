// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/command.h"

#include "model/domain/strings.h"
#include "model/maintenance/powershell_text.h"

#include <algorithm>

namespace drydock::maintenance {
namespace {

struct ValueText {
    std::string operator()(const std::string& text) const { return " " + argument(text); }
    std::string operator()(bool value) const { return value ? ":$true" : ":$false"; }
    std::string operator()(std::int64_t number) const { return " " + std::to_string(number); }
    std::string operator()(const std::vector<std::string>& items) const
    {
        if (items.empty()) return " @()";
        std::string out;
        for (const auto& item : items)
            out += (out.empty() ? " " : ",") + argument(item);
        return out;
    }
};

} // namespace

bool Command::operator==(const Command&) const = default;

bool Command::losesAnswer() const { return domain::equalsIgnoringCase(cmdlet, restartComputer); }

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
