// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/bash_completion.h"

#include "app/drydockctl/shell_text.h"

#include <set>

namespace drydock::ctl {
namespace {

constexpr auto bashHead =
    R"(# Completes the command line of drydockctl in bash: written by `drydockctl completion bash`.
_drydockctl()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= place=0 at
    COMPREPLY=()
    # "=" is a word of its own in bash.
    if [ "$word" = = ]; then
        word=
    elif [ "$before" = = ]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${COMP_WORDS[at]} in
)";

constexpr auto bashCommand = R"() [ "${COMP_WORDS[at+1]}" = = ] && ((at++)); ((at++)) ;;
            -*|=) ;;
            *) if [ "$command" ]; then ((place++)); else command=${COMP_WORDS[at]}; fi ;;
        esac
    done
    local choices= options=
    case "$command $before" in
)";

constexpr auto bashOptions = R"(    esac
    if [ -z "$choices" ]; then
        case "$command" in
)";

constexpr auto bashTail = R"(        esac
        case $word in
            -*) choices=$options ;;
            *) case "$command $place" in
)";

constexpr auto bashEnd = R"(            esac ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$choices" -- "$word"))
}
complete -F _drydockctl drydockctl
)";

std::vector<std::string> namesOf(const CommandWords& command)
{
    std::vector<std::string> names;
    for (const auto& option : command.options)
        names.insert(names.end(), option.names.begin(), option.names.end());
    return names;
}

// The line of a case that completes a value; empty where anything may stand.
std::string bashCase(const std::string& pattern, const Value& value)
{
    if (!value.choices.empty()) return pattern + ") choices=" + quoted(join(value.choices, " ")) + " ;;\n";
    if (value.isFile()) return pattern + ") COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n";
    if (value.isFolder()) return pattern + ") COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n";
    return {};
}

} // namespace

std::string bashCompletion(const std::vector<CommandWords>& commands)
{
    std::set<std::string> withValue; // the same in every command
    std::string values;
    std::string options;
    std::string arguments;
    for (const auto& command : commands) {
        for (const auto& option : command.options) {
            for (const auto& name : option.names) {
                if (!option.takesValue) continue;
                withValue.insert(name);
                const auto line = bashCase(quoted(command.name + " " + name), option.value);
                values += line.empty() ? std::string() : "        " + line;
            }
        }
        options += "            " + quoted(command.name) + ") options=" + quoted(join(namesOf(command), " ")) + " ;;\n";
        for (std::size_t place = 0; place < command.arguments.size(); ++place) {
            const auto pattern = quoted(command.name + " " + std::to_string(place));
            const auto line = bashCase(pattern, command.arguments[place]);
            arguments += line.empty() ? std::string() : "                " + line;
        }
    }
    for (const auto& name : withValue) // nothing is offered for a value that may be anything
        values += "        *" + quoted(" " + name) + ") return ;;\n";
    const auto valued = join(std::vector<std::string>(withValue.begin(), withValue.end()), "|");
    return std::string(bashHead) + "            " + valued + bashCommand + values + bashOptions + options + bashTail +
           arguments + bashEnd;
}

} // namespace drydock::ctl
