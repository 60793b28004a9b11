// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace drydock::app {
namespace {

// CLI11 2.1 takes the next argument as the value of `--option=`, so an empty value becomes an argument of its own. The
// result is in the order that CLI11 expects, the last argument first.
std::vector<std::string> words(const QStringList& arguments)
{
    std::vector<std::string> result;
    for (const QString& argument : arguments) {
        const bool empty = argument.startsWith(QStringLiteral("--")) && argument.endsWith(QLatin1Char('='));
        result.push_back((empty ? argument.chopped(1) : argument).toStdString());
        if (empty) result.emplace_back();
    }
    std::reverse(result.begin(), result.end());
    return result;
}

// Returns the program and its subcommand: "drydockctl status".
std::string nameOf(const CLI::App& program)
{
    const auto commands = program.get_subcommands([](const CLI::App* command) { return command->parsed(); });
    return program.get_name() + (commands.empty() ? std::string() : " " + commands.front()->get_name());
}

} // namespace

std::optional<int> parse(CLI::App& program, const QStringList& arguments)
{
    program.allow_windows_style_options(false); // the options are the same on every system
    try {
        program.parse(words(arguments));
    } catch (const CLI::Success& asked) { // --help or --version
        return program.exit(asked);
    } catch (const CLI::ParseError& error) {
        return usageError(program, error.what());
    }
    return {};
}

int usageError(const CLI::App& program, const std::string& message)
{
    const std::string name = nameOf(program);
    std::fprintf(stderr, "%s: %s\nSee %s --help\n", name.c_str(), message.c_str(), name.c_str());
    return 2;
}

} // namespace drydock::app
