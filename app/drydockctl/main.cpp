// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// drydockctl, the program without windows, for scheduled tasks, scripts and tests.
#include "app/command_line.h"
#include "app/composition.h"
#include "app/core_dumps.h"
#include "app/drydockctl/argument_order.h"
#include "app/drydockctl/console.h"
#include "app/drydockctl/subcommand.h"
#include "app/end_deadline.h"
#include "app/launch_options.h"
#include "app/logging.h"
#include "model/domain/build_info.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace {

using namespace drydock;
using ctl::ExitCode;
using ctl::Subcommand;

using Subcommands = std::vector<std::unique_ptr<Subcommand>>;

void declare(CLI::App& program, const Subcommands& subcommands, app::LaunchArguments& launch)
{
    program.set_version_flag("-v,--version", domain::versionText("drydockctl"));
    program.require_subcommand(0, 1);
    for (const auto& subcommand : subcommands) {
        CLI::App& command = *program.add_subcommand(subcommand->name(), subcommand->summary());
        subcommand->addOptions(command);
        if (subcommand->hasConnectionOptions()) app::addConnectionOptions(command, launch);
        app::addLoggingOptions(command, launch);
    }
    // The footer is set last, so that the subcommands do not inherit it.
    program.footer(
        "`drydockctl COMMAND --help` prints the options of a command. Results go to standard output, everything "
        "else to\nstandard error.\n\n"
        "Exit codes: 0 done or healthy, 1 done with warnings, 2 usage, 3 blocked by a pre-flight check, 4 "
        "failed,\n"
        "5 outcome unknown, 6 stopped on request, 7 could not connect or authenticate, 8 not permitted.");
}

int run(QCoreApplication& application, std::unique_ptr<Subcommand> owned, const app::LaunchOptions& options)
{
    Subcommand& subcommand = *owned;
    if (const auto logging = app::startLogging(options, true); !logging) {
        ctl::printError(logging.error());
        return static_cast<int>(ExitCode::Failed);
    }
    app::Composition composition(options);
    const std::unique_ptr<Subcommand> deletedFirst = std::move(owned); // its sessions end before the composition
    QObject::connect(
        &subcommand, &Subcommand::finished, &application,
        [&subcommand](ExitCode code) {
            app::endProcessWithin(subcommand.timeToEnd(), static_cast<int>(code));
            QCoreApplication::exit(static_cast<int>(code));
        },
        Qt::QueuedConnection);
    const Subcommand::Context context{options, composition};
    QTimer::singleShot(0, &subcommand, [&subcommand, &context] { subcommand.start(context); });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    app::disableCoreDumps();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("drydock"));
    QCoreApplication::setApplicationVersion(QString::fromStdString(domain::buildInfo().version));

    Subcommands subcommands = ctl::allSubcommands();
    app::LaunchArguments launch;
    CLI::App program("Puts an Exchange DAG member into maintenance, and reinstates it.", "drydockctl");
    declare(program, subcommands, launch);
    if (const auto code = app::parse(program, ctl::inOrder(program, QCoreApplication::arguments().mid(1))))
        return *code;
    const auto chosen = std::find_if(subcommands.begin(), subcommands.end(), [&program](const auto& subcommand) {
        return program.got_subcommand(subcommand->name());
    });
    if (chosen == subcommands.end()) return app::usageError(program, "a command is needed");
    const auto options = app::launchOptions(launch);
    if (!options) return app::usageError(program, options.error().what + ": " + options.error().detail);
    return run(application, std::move(*chosen), *options);
}
