// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/plan.h"

#include "model/domain/enum_names.h"

#include <algorithm>

namespace drydock::maintenance {
namespace {

constexpr domain::EnumName<Direction> directionNames[] = {{Direction::Enter, "enter"}, {Direction::Reinstate, "leave"}};

// A comment is one line, and text from a server must not end it early.
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

std::string lineFor(const Command& command, const std::string& fqdn)
{
    const auto text = command.toPowerShell();
    if (command.endpoint == domain::EndpointKind::Exchange) return text + "\n";
    Command outer{"Invoke-Command", {{"ComputerName", fqdn}}, domain::EndpointKind::Exchange, command.on};
    return outer.toPowerShell() + " -ScriptBlock { " + text + " }\n";
}

} // namespace

bool Step::operator==(const Step&) const = default;
bool Plan::operator==(const Plan&) const = default;

const char* toString(Direction direction) noexcept { return domain::nameOf(directionNames, direction); }
std::optional<Direction> directionNamed(std::string_view name) noexcept
{
    return domain::valueOf(directionNames, name);
}

void Plan::setTimeouts(const std::map<StepKind, domain::Duration>& timeouts)
{
    for (auto& step : steps)
        if (const auto chosen = timeouts.find(step.kind); chosen != timeouts.end()) step.timeout = chosen->second;
}

const Step* Plan::step(StepKind kind) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.kind == kind; });
    return found == steps.end() ? nullptr : &*found;
}

std::string Plan::toPowerShell() const
{
    std::string script = comment(direction == Direction::Enter ? server.text() + " into maintenance"
                                                               : server.text() + " back into service");
    script += comment(
        "Run in the Exchange Management Shell, step by step: wait until each step's condition holds before the next.");
    int number = 0;
    for (const auto& item : steps) {
        script += "\n" + comment(std::to_string(++number) + ". " + item.title.english());
        for (const auto& command : item.commands)
            script += lineFor(command, serverFqdn);
        for (const auto& condition : item.verification)
            script += comment("   done when: " + describe(condition).english());
        for (const auto& command : item.undo)
            script += comment("   undo: " + command.toPowerShell());
    }
    return script;
}

} // namespace drydock::maintenance
