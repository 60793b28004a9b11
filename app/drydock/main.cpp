// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// drydock, the program with windows.
#include "app/command_line.h"
#include "app/core_dumps.h"
#include "app/drydock/application.h"
#include "app/drydock/tour.h"
#include "app/end_deadline.h"
#include "app/launch_options.h"
#include "app/logging.h"
#include "model/domain/build_info.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QLocale>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

namespace {

using namespace drydock;

struct Arguments {
    app::LaunchArguments launch;
    std::string theme;
    std::string tour;
};

void addOptions(CLI::App& program, Arguments& arguments)
{
    program.set_version_flag("-v,--version", domain::versionText("drydock"));
    program.footer("Options of Qt, such as -platform and -style, are accepted as well.");
    program.add_option("--theme", arguments.theme, "The colours of this start. Default: what was chosen last")
        ->check(CLI::IsMember({"light", "dark", "system"}))
        ->type_name("MODE")
        ->take_last();
    program.add_option("--tour", arguments.tour)->group(""); // an empty group hides the option from --help
    app::addConnectionOptions(program, arguments.launch);
    app::addLoggingOptions(program, arguments.launch);
}

// Returns the exit code if the command line ends the program: after --help, --version or an error.
std::optional<int> read(CLI::App& program, const QStringList& words, const Arguments& arguments,
                        app::LaunchOptions& options)
{
    if (const auto code = app::parse(program, words)) return code;
    auto checked = app::launchOptions(arguments.launch);
    if (!checked) return app::usageError(program, checked.error().what + ": " + checked.error().detail);
    options = std::move(*checked);
    return {};
}

// Returns whether an argument is an option of Qt, such as -platform, which QApplication removes.
bool isOfQt(const QString& argument)
{
    return argument.size() > 2 && argument[0] == QLatin1Char('-') && argument[1] != QLatin1Char('-');
}

// Installs the translation of the user's language, or the English one, which is needed for plural forms.
void installTranslation(QApplication& application)
{
    auto* translator = new QTranslator(&application);
    const auto folder = QStringLiteral(":/translations");
    if (translator->load(QLocale(), QStringLiteral("drydock"), QStringLiteral("_"), folder) ||
        translator->load(QStringLiteral("drydock_en"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

int main(int argc, char** argv)
{
    app::disableCoreDumps();
    QCoreApplication::setApplicationName(QStringLiteral("drydock"));
    QCoreApplication::setApplicationVersion(QString::fromStdString(domain::buildInfo().version));
    QStringList words;
    for (int at = 1; at < argc; ++at)
        words.append(QString::fromLocal8Bit(argv[at]));
    CLI::App program("Puts an Exchange DAG member into maintenance, and reinstates it.", "drydock");
    Arguments arguments;
    addOptions(program, arguments);
    app::LaunchOptions options;
    // Without options of Qt the command line is read first, so that --help and --version need no display.
    const bool ofQt = std::any_of(words.begin(), words.end(), isOfQt);
    if (!ofQt) {
        if (const auto code = read(program, words, arguments, options)) return *code;
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Drydock"));
    installTranslation(application);
    if (ofQt) {
        if (const auto code = read(program, QCoreApplication::arguments().mid(1), arguments, options)) return *code;
    }
    if (const auto logging = app::startLogging(options, false); !logging) {
        std::fprintf(stderr, "%s\n", logging.error().summary().c_str());
        return 4;
    }
    const QString tourFolder = QString::fromStdString(arguments.tour);
    const QTemporaryDir tourData; // a tour leaves only its pictures behind
    if (!tourFolder.isEmpty()) options.dataDir = tourData.path();

    app::Composition composition(options);
    app::Application window(composition, options, ui::Theme::modeOf(QString::fromStdString(arguments.theme)));
    std::optional<app::Tour> tour;
    if (tourFolder.isEmpty()) {
        window.start();
    } else {
        tour.emplace(window, tourFolder);
        QTimer::singleShot(0, &*tour, &app::Tour::start);
    }
    const int code = QApplication::exec();
    app::endProcessWithin(app::ending, code);
    return code;
}
