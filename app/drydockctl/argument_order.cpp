// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/argument_order.h"

#include "app/composition.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>

namespace drydock::ctl {
namespace {

// Options with the same name take the same number of values in every command.
bool takesValue(const CLI::App& program, const QString& argument)
{
    for (const CLI::App* command : program.get_subcommands({})) {
        if (const auto* option = command->get_option_no_throw(argument.toStdString()))
            return option->get_items_expected_min() > 0;
    }
    return false;
}

bool isCommand(const CLI::App& program, const QString& argument)
{
    const auto named = [name = argument.toStdString()](const CLI::App* command) { return command->get_name() == name; };
    return !program.get_subcommands(named).empty();
}

bool isScenario(const QString& argument)
{
    return app::labScenarios().contains(argument) ||
           (argument.endsWith(QStringLiteral(".json")) && QFileInfo::exists(argument));
}

} // namespace

QStringList inOrder(const CLI::App& program, QStringList arguments)
{
    qsizetype command = -1;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString argument = arguments[at];
        if (argument == QStringLiteral("--lab")) {
            if (isScenario(arguments.value(at + 1)))
                ++at;
            else
                arguments[at] = QStringLiteral("--lab=") + QLatin1String(app::defaultScenario);
        } else if (argument.startsWith(QStringLiteral("--"))) {
            if (takesValue(program, argument)) ++at;
        } else if (command < 0 && isCommand(program, argument)) {
            command = at;
        }
    }
    if (command > 0) arguments.move(command, 0);
    return arguments;
}

} // namespace drydock::ctl
