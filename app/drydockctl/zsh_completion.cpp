// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/zsh_completion.h"

#include "app/drydockctl/shell_text.h"

namespace drydock::ctl {
namespace {

// In a specification of _arguments these have a meaning.
std::string zshText(const std::string& text)
{
    auto plain = replaced(replaced(text, "\\", "\\\\"), ":", "\\:");
    return replaced(replaced(plain, "[", "\\["), "]", "\\]");
}

std::string zshValue(const Value& value)
{
    const std::string kind = ":" + zshText(value.kind) + ":";
    if (!value.choices.empty()) return kind + "(" + join(value.choices, " ") + ")";
    if (value.isFile()) return kind + "_files";
    if (value.isFolder()) return kind + "_files -/";
    return kind;
}

std::string zshOptions(const CommandWords& command, const std::string& indent)
{
    std::string lines;
    for (const auto& option : command.options) {
        for (const auto& name : option.names) {
            // Each excludes the others of its kind, unless it may be repeated.
            const auto once = option.repeatable ? std::string("*") : "(" + join(option.names, " ") + ")";
            const auto value = option.takesValue ? zshValue(option.value) : std::string();
            const auto text = "[" + zshText(option.summary) + "]";
            lines += " \\\n" + indent + quoted(once + name + (option.takesValue ? "=" : "") + text + value);
        }
    }
    return lines;
}

} // namespace

std::string zshCompletion(const std::vector<CommandWords>& commands)
{
    std::string described;
    std::string cases;
    for (const auto& command : commands) {
        if (command.name.empty()) continue;
        described += "        " + quoted(command.name + ":" + zshText(command.summary)) + "\n";
        cases += "        (" + command.name + ") _arguments -s -S" + zshOptions(command, "            ");
        for (std::size_t place = 0; place < command.arguments.size(); ++place)
            cases += " \\\n            " + quoted(std::to_string(place + 1) + zshValue(command.arguments[place]));
        cases += " ;;\n";
    }
    return "#compdef drydockctl\n"
           "# Completes the command line of drydockctl in zsh: written by `drydockctl completion zsh`.\n"
           "_drydockctl()\n{\n"
           "    local curcontext=$curcontext state line\n"
           "    local -a commands=(\n" +
           described +
           "    )\n"
           "    _arguments -C -s -S" +
           zshOptions(commands.front(), "        ") +
           " \\\n        '1:command:->command' '*::argument:->argument' && return\n"
           "    case $state in\n"
           "    (command) _describe -t commands command commands ;;\n"
           "    (argument)\n"
           "        curcontext=${curcontext%:*}:drydockctl-$line[1]:\n"
           "        case $line[1] in\n" +
           cases +
           "        esac ;;\n"
           "    esac\n"
           "}\n"
           "if [ \"$funcstack[1]\" = _drydockctl ]; then _drydockctl \"$@\"; else compdef _drydockctl drydockctl; fi\n";
}

} // namespace drydock::ctl
