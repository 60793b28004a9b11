// drydock: the window.
#include "app/command_line.h"
#include "app/drydock/application.h"
#include "app/drydock/tour.h"
#include "app/launch_options.h"
#include "app/logging.h"

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
    program.set_version_flag("-v,--version", "drydock " DRYDOCK_VERSION);
    program.footer("Options of Qt, such as -platform and -style, are accepted as well.");
    program.add_option("--theme", arguments.theme, "The colours of this start. Default: what was chosen last")
        ->check(CLI::IsMember({"light", "dark", "system"}))
        ->type_name("MODE")
        ->take_last();
    program.add_option("--tour", arguments.tour)->group(""); // not in the help
    app::addConnectionOptions(program, arguments.launch);
    app::addLoggingOptions(program, arguments.launch);
}

// The exit code where the command line ends the program: help, version, or what makes no sense.
std::optional<int> read(CLI::App& program, const QStringList& words, const Arguments& arguments,
                        app::LaunchOptions& options)
{
    if (const auto code = app::parse(program, words)) return code;
    auto checked = app::launchOptions(arguments.launch);
    if (!checked) return app::usageError(program, checked.error().what + ": " + checked.error().detail);
    options = std::move(*checked);
    return {};
}

// Options of Qt itself, for QApplication to take out: -platform, -style …
bool isOfQt(const QString& word)
{
    return word.size() > 2 && word[0] == QLatin1Char('-') && word[1] != QLatin1Char('-');
}

// The user's language where there is one; English has a file too, for its plurals.
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
    QCoreApplication::setApplicationVersion(QStringLiteral(DRYDOCK_VERSION));
    QStringList words;
    for (int at = 1; at < argc; ++at)
        words.append(QString::fromLocal8Bit(argv[at]));
    CLI::App program("Puts an Exchange DAG member into maintenance, and reinstates it.", "drydock");
    Arguments arguments;
    addOptions(program, arguments);
    app::LaunchOptions options;
    // Without options of Qt the command line is read before there is a display: --help and --version need none.
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
    const QTemporaryDir tourData; // a tour leaves nothing behind but its pictures
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
    return QApplication::exec();
}
