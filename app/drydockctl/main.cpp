// drydockctl: the engine without a window, for scheduled tasks, scripts, tests, and a look inside.
#include "app/composition.h"
#include "app/drydockctl/console.h"
#include "app/drydockctl/subcommand.h"
#include "app/launch_options.h"
#include "app/logging.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace {

using namespace drydock;
using ctl::ExitCode;
using ctl::Subcommand;

QString overview(const std::vector<std::unique_ptr<Subcommand>>& verbs)
{
    QString text = QStringLiteral("drydockctl " DRYDOCK_VERSION
                                  ": takes an Exchange DAG member into maintenance and back.\n\nCommands:\n");
    for (const auto& verb : verbs) {
        const QString line = QStringLiteral("  ") + verb->name() + QLatin1Char(' ') + verb->synopsis();
        text += line.leftJustified(64) + QStringLiteral("  ") + verb->summary() + QLatin1Char('\n');
    }
    return text +
           QStringLiteral(
               "\n`drydockctl COMMAND --help` tells the options. Results go to standard output, everything else to "
               "standard error.\n\n"
               "Exit codes: 0 done or healthy, 1 done with warnings, 2 usage, 3 blocked by a pre-flight check, 4 "
               "failed,\n"
               "5 outcome unknown, 6 stopped on request, 7 could not connect or authenticate, 8 not permitted.\n");
}

// The first word that is a command; without one the first that is no option, for the message.
QString verbWord(const std::vector<std::unique_ptr<Subcommand>>& verbs, const QStringList& arguments)
{
    QCommandLineParser common;
    app::addConnectionOptions(common);
    app::addLoggingOptions(common);
    common.parse(arguments);
    const QStringList words = common.positionalArguments();
    for (const QString& word : words) {
        if (std::any_of(verbs.begin(), verbs.end(), [&word](const auto& verb) { return verb->name() == word; }))
            return word;
    }
    return words.value(0);
}

int usage(const QString& text)
{
    ctl::tell("drydockctl: " + text.toStdString());
    ctl::tell("See drydockctl --help");
    return static_cast<int>(ExitCode::Usage);
}

int runSubcommand(QCoreApplication& application, std::unique_ptr<Subcommand> owned, const QStringList& arguments)
{
    Subcommand& verb = *owned;
    QCommandLineParser parser;
    parser.setApplicationDescription(verb.summary());
    if (verb.hasConnectionOptions()) app::addConnectionOptions(parser);
    app::addLoggingOptions(parser);
    verb.addOptions(parser);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addPositionalArgument(verb.name(), verb.summary(), verb.name() + QLatin1Char(' ') + verb.synopsis());
    if (!parser.parse(arguments)) return usage(parser.errorText());
    if (parser.isSet(help)) {
        ctl::print(parser.helpText().toStdString());
        return 0;
    }
    const auto options = app::readLaunchOptions(parser, verb.connects());
    if (!options) return usage(QString::fromStdString(options.error().what + ": " + options.error().detail));
    if (const auto logging = app::startLogging(*options, true); !logging) {
        ctl::tell(logging.error());
        return static_cast<int>(ExitCode::Failed);
    }
    app::Composition composition(*options);
    const std::unique_ptr<Subcommand> goesFirst = std::move(owned); // its sessions end before what carries them
    QObject::connect(
        &verb, &Subcommand::finished, &application,
        [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); }, Qt::QueuedConnection);
    const Subcommand::Context context{*options, parser, parser.positionalArguments().mid(1), composition};
    QTimer::singleShot(0, &verb, [&verb, &context] { verb.start(context); });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    app::disableCoreDumps();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("drydock"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DRYDOCK_VERSION));

    auto verbs = ctl::allVerbs();
    const QStringList arguments = app::withLabValue(QCoreApplication::arguments(), app::labScenarios());
    const QString word = verbWord(verbs, arguments);
    if (word.isEmpty()) {
        if (arguments.contains(QStringLiteral("--version"))) {
            ctl::printLine("drydockctl " DRYDOCK_VERSION);
            return 0;
        }
        if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
            ctl::print(overview(verbs).toStdString());
            return 0;
        }
        return usage(QStringLiteral("a command is needed"));
    }
    const auto found = std::find_if(verbs.begin(), verbs.end(), [&](const auto& verb) { return verb->name() == word; });
    if (found == verbs.end()) return usage(QStringLiteral("there is no command \"") + word + QLatin1Char('"'));
    return runSubcommand(application, std::move(*found), arguments);
}
