// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/powershell_completion.h"

#include "app/drydockctl/shell_text.h"

namespace drydock::ctl {
namespace {

std::string psQuoted(const std::string& text) { return "'" + replaced(text, "'", "''") + "'"; }

std::string psList(const std::vector<std::string>& words)
{
    std::vector<std::string> all;
    for (const auto& word : words)
        all.push_back(psQuoted(word));
    return "@(" + join(all, ", ") + ")";
}

constexpr auto psHead =
    R"(# Completes the command line of drydockctl in PowerShell: written by `drydockctl completion powershell`.
Register-ArgumentCompleter -Native -CommandName drydockctl, drydockctl.exe -ScriptBlock {
    param($word, $line, $cursor)
    $commands = @{
)";

// A word of the line before the cursor is the command, an option, a value of the option before it, or an argument.
constexpr auto psTail = R"(    }
    $command = ''
    $place = 0
    $option = ''
    $words = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
    foreach ($each in $words[1..$words.Count]) {
        if ($option) { $option = ''; continue }
        if ($each.StartsWith('-')) {
            if ($commands.Values | Where-Object { $_.Choices.ContainsKey($each) }) { $option = $each }
        } elseif ($command) {
            $place++
        } else {
            $command = $each
        }
    }
    $known = $commands[$command]
    if (-not $known) { return }
    if ($option) {
        $choices = $known.Choices[$option]
    } elseif ($word.StartsWith('-')) {
        $choices = $known.Options.Keys
    } elseif ($place -lt $known.Arguments.Count) {
        $choices = $known.Arguments[$place]
    }
    $choices | Where-Object { $_ -like "$word*" } | ForEach-Object {
        $text = if ($known.Options[$_]) { $known.Options[$_] } elseif ($commands[$_].Text) { $commands[$_].Text } else { $_ }
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $text)
    }
}
)";

} // namespace

std::string powershellCompletion(const std::vector<CommandWords>& commands)
{
    std::string tables;
    for (const auto& command : commands) {
        std::string options;
        std::string values;
        std::vector<std::string> arguments;
        for (const auto& option : command.options) {
            for (const auto& name : option.names) {
                options += "                " + psQuoted(name) + " = " + psQuoted(option.summary) + "\n";
                if (option.takesValue)
                    values += "                " + psQuoted(name) + " = " + psList(option.value.choices) + "\n";
            }
        }
        for (const auto& argument : command.arguments)
            arguments.push_back("," + psList(argument.choices)); // the comma keeps a list of lists
        tables += "        " + psQuoted(command.name) + " = @{\n            Text = " + psQuoted(command.summary) +
                  "\n            Arguments = @(" + join(arguments, "; ") + ")\n            Options = [ordered]@{\n" +
                  options + "            }\n            Choices = @{\n" + values + "            }\n        }\n";
    }
    return psHead + tables + psTail;
}

} // namespace drydock::ctl
