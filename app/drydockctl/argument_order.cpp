#include "app/drydockctl/argument_order.h"

#include "app/composition.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>

namespace drydock::ctl {
namespace {

// An option of one name is alike in all commands that have it.
bool takesNextWord(const CLI::App& program, const QString& word)
{
    for (const CLI::App* command : program.get_subcommands({})) {
        if (const auto* option = command->get_option_no_throw(word.toStdString()))
            return option->get_items_expected_min() > 0;
    }
    return false;
}

bool isCommand(const CLI::App& program, const QString& word)
{
    const auto named = [name = word.toStdString()](const CLI::App* command) { return command->get_name() == name; };
    return !program.get_subcommands(named).empty();
}

bool isScenario(const QString& word)
{
    return app::labScenarios().contains(word) || (word.endsWith(QStringLiteral(".json")) && QFileInfo::exists(word));
}

} // namespace

QStringList inOrder(const CLI::App& program, QStringList arguments)
{
    qsizetype command = -1;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString word = arguments[at];
        if (word == QStringLiteral("--lab")) {
            if (isScenario(arguments.value(at + 1)))
                ++at;
            else
                arguments[at] = QStringLiteral("--lab=") + QLatin1String(app::defaultScenario);
        } else if (word.startsWith(QStringLiteral("--"))) {
            if (takesNextWord(program, word)) ++at;
        } else if (command < 0 && isCommand(program, word)) {
            command = at;
        }
    }
    if (command > 0) arguments.move(command, 0);
    return arguments;
}

} // namespace drydock::ctl
