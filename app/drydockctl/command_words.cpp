// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/command_words.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>

namespace drydock::ctl {
namespace {

// Returns the words of "table|json"; nothing where a part stands for something else, as in "NAME|FILE".
std::vector<std::string> choicesIn(const std::string& kind)
{
    const auto isPartOfWord = [](unsigned char c) {
        return std::islower(c) || std::isdigit(c) || c == '-' || c == '|';
    };
    const bool all = std::all_of(kind.begin(), kind.end(), isPartOfWord) && kind.find('|') != std::string::npos;
    return all ? CLI::detail::split(kind, '|') : std::vector<std::string>();
}

// A text that --help shows stands before the name of the type.
std::string kindOf(const CLI::Option& option, const std::string& otherwise)
{
    const std::string& shown = option.get_option_text();
    return shown.empty() || shown == " " ? otherwise : shown;
}

// Help has whole sentences. A shell has a line for each word.
std::string summaryOf(const std::string& text)
{
    const auto end = std::min(text.find(". "), text.find("; "));
    return end == std::string::npos && text.ends_with(".") ? text.substr(0, text.size() - 1) : text.substr(0, end);
}

OptionWords wordsOf(const CLI::Option& option)
{
    OptionWords words;
    for (const auto& name : option.get_snames())
        words.names.push_back("-" + name);
    for (const auto& name : option.get_lnames())
        words.names.push_back("--" + name);
    words.summary = summaryOf(option.get_description());
    words.takesValue = option.get_items_expected_min() > 0;
    words.repeatable = option.get_items_expected_max() > 1;
    words.value.kind = kindOf(option, option.get_type_name());
    words.value.choices = choicesIn(words.value.kind);
    return words;
}

CommandWords wordsOf(const CLI::App& command)
{
    CommandWords words{command.get_name(), summaryOf(command.get_description()), {}, {}};
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_positional()) {
            const auto kind = kindOf(*option, option->get_name(true));
            words.arguments.push_back({kind, choicesIn(kind)});
        } else if (!option->get_group().empty()) {
            words.options.push_back(wordsOf(*option));
        }
    }
    return words;
}

} // namespace

bool Value::isFile() const { return kind.find("FILE") != std::string::npos || kind.ends_with(".pem"); }

bool Value::isFolder() const { return kind == "DIR"; }

std::vector<CommandWords> commandWords(const CLI::App& program)
{
    std::vector<CommandWords> all{wordsOf(program)};
    all.front().name.clear();
    Value names{"COMMAND", {}};
    for (const CLI::App* command : program.get_subcommands({})) {
        names.choices.push_back(command->get_name());
        all.push_back(wordsOf(*command));
    }
    all.front().arguments = {names};
    return all;
}

} // namespace drydock::ctl
