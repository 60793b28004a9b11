#include "app/drydockctl/report_subcommand.h"

#include "app/drydockctl/console.h"
#include "model/maintenance/report.h"

#include <QSaveFile>

#include <algorithm>

namespace drydock::ctl {

void ReportSubcommand::addOptions(QCommandLineParser& parser) const
{
    parser.addOption({QStringLiteral("format"), QStringLiteral("html, json or text. Default: text"),
                      QStringLiteral("FORMAT"), QStringLiteral("text")});
    parser.addOption({QStringLiteral("output"), QStringLiteral("Write to this file instead of standard output."),
                      QStringLiteral("FILE")});
}

void ReportSubcommand::start(const Context& context)
{
    const QString format = context.parser.value(QStringLiteral("format"));
    const QStringList formats{QStringLiteral("html"), QStringLiteral("json"), QStringLiteral("text")};
    if (!formats.contains(format) || context.arguments.size() != 1)
        return usage(QStringLiteral("expected one run, and a format of html, json or text"));
    const auto runs = context.composition.journals().list();
    if (!runs) return fail(runs.error());
    const std::string id = context.arguments.value(0).toStdString();
    const auto run = std::find_if(runs->begin(), runs->end(),
                                  [&id](const maintenance::RunListing& one) { return one.state.id == id; });
    if (run == runs->end())
        return fail({domain::ErrorKind::NotFound, "run " + id, "`drydockctl runs` lists them", 0, nullptr});
    if (run->error) return fail(*run->error);
    if (run->notStarted) return fail({domain::ErrorKind::Usage, "report " + id, "the run was never begun", 0, nullptr});
    const std::string report = format == QStringLiteral("html")   ? maintenance::reportAsHtml(run->state)
                               : format == QStringLiteral("json") ? maintenance::reportAsJson(run->state)
                                                                  : maintenance::reportAsText(run->state);
    const QString file = context.parser.value(QStringLiteral("output"));
    if (!file.isEmpty()) return write(file, report);
    print(format == QStringLiteral("text") ? printableLines(report) : report);
    end(ExitCode::Done);
}

void ReportSubcommand::write(const QString& file, const std::string& report)
{
    QSaveFile out(file);
    const auto size = static_cast<qint64>(report.size());
    if (!out.open(QIODevice::WriteOnly) || out.write(report.data(), size) != size || !out.commit())
        return fail(
            {domain::ErrorKind::Storage, "write " + file.toStdString(), out.errorString().toStdString(), 0, nullptr});
    end(ExitCode::Done);
}

} // namespace drydock::ctl
