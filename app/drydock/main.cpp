// drydock: the window.
#include "app/drydock/application.h"
#include "app/drydock/tour.h"
#include "app/launch_options.h"
#include "app/logging.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <optional>

namespace {

using namespace drydock;

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral("Takes an Exchange DAG member into maintenance and back."));
    app::addConnectionOptions(parser);
    app::addLoggingOptions(parser);
    parser.addOption({QStringLiteral("theme"), QStringLiteral("light, dark or system. Default: what was chosen last"),
                      QStringLiteral("MODE")});
    QCommandLineOption tour(QStringLiteral("tour"), QString(), QStringLiteral("DIR"));
    tour.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(tour);
}

int say(const QString& text, int code)
{
    std::fprintf(code == 0 ? stdout : stderr, "%s\n", qUtf8Printable(text));
    return code;
}

// --help and --version need no display: they are answered before there is a QApplication.
std::optional<int> answerWithoutDisplay(QCommandLineParser& parser, const QStringList& arguments)
{
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return say(QStringLiteral("drydock: ") + parser.errorText() + QStringLiteral("\nSee drydock --help"), 2);
    if (parser.isSet(version)) return say(QStringLiteral("drydock " DRYDOCK_VERSION), 0);
    if (parser.isSet(help)) return say(parser.helpText(), 0);
    if (!parser.positionalArguments().isEmpty())
        return say(QStringLiteral("drydock: takes no arguments: ") + parser.positionalArguments().first(), 2);
    return {};
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
    QStringList arguments;
    for (int at = 0; at < argc; ++at)
        arguments.append(QString::fromLocal8Bit(argv[at]));
    QCommandLineParser parser;
    addOptions(parser);
    // Options of Qt itself (-platform, -style …) are for QApplication to take out first.
    const bool qtOptions = std::any_of(arguments.begin(), arguments.end(), [](const QString& one) {
        return one.size() > 2 && one[0] == QLatin1Char('-') && one[1] != QLatin1Char('-');
    });
    arguments = app::withLabValue(arguments, app::labScenarios());
    if (!qtOptions) {
        if (const auto answered = answerWithoutDisplay(parser, arguments)) return *answered;
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Drydock"));
    installTranslation(application);
    if (qtOptions) {
        if (const auto answered =
                answerWithoutDisplay(parser, app::withLabValue(QCoreApplication::arguments(), app::labScenarios())))
            return *answered;
    }
    auto options = app::readLaunchOptions(parser, true);
    const auto mode = ui::Theme::modeOf(parser.value(QStringLiteral("theme")));
    if (!options) return say(QStringLiteral("drydock: ") + QString::fromStdString(options.error().summary()), 2);
    if (!mode && parser.isSet(QStringLiteral("theme")))
        return say(QStringLiteral("drydock: --theme is light, dark or system"), 2);
    if (const auto logging = app::startLogging(*options, false); !logging)
        return say(QString::fromStdString(logging.error().summary()), 4);
    const QString tourFolder = parser.value(QStringLiteral("tour"));
    const QTemporaryDir tourData; // a tour leaves nothing behind but its pictures
    if (!tourFolder.isEmpty()) options->dataDir = tourData.path();

    app::Composition composition(*options);
    app::Application window(composition, *options, mode);
    std::optional<app::Tour> tour;
    if (tourFolder.isEmpty()) {
        window.start();
    } else {
        tour.emplace(window, tourFolder);
        QTimer::singleShot(0, &*tour, &app::Tour::start);
    }
    return QApplication::exec();
}
