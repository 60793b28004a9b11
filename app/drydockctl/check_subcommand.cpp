#include "app/drydockctl/check_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/plan_print.h"

namespace drydock::ctl {

QString CheckSubcommand::name() const
{
    return m_mode == Mode::Check ? QStringLiteral("check") : QStringLiteral("plan");
}

QString CheckSubcommand::synopsis() const
{
    return m_mode == Mode::Check ? QStringLiteral("enter|leave SERVER [--target FQDN] [--format table|json]")
                                 : QStringLiteral("enter|leave SERVER [--target FQDN] [--format text|json|powershell]");
}

QString CheckSubcommand::summary() const
{
    return m_mode == Mode::Check ? QStringLiteral("Pre-flight only; changes nothing.")
                                 : QStringLiteral("What a run would do, step by step.");
}

void CheckSubcommand::addOptions(QCommandLineParser& parser) const
{
    parser.addOption({QStringLiteral("target"),
                      QStringLiteral("Where queued mail goes; the FQDN of a member, or - for nowhere."),
                      QStringLiteral("FQDN")});
    if (m_mode == Mode::Check) {
        parser.addOption({QStringLiteral("format"), QStringLiteral("table or json. Default: table"),
                          QStringLiteral("FORMAT"), QStringLiteral("table")});
        return;
    }
    parser.addOption({QStringLiteral("format"), QStringLiteral("text, json or powershell. Default: text"),
                      QStringLiteral("FORMAT"), QStringLiteral("text")});
}

void CheckSubcommand::start(const Context& context)
{
    const QString format = context.parser.value(QStringLiteral("format"));
    const QStringList formats = m_mode == Mode::Check ? QStringList{QStringLiteral("table"), QStringLiteral("json")}
                                                      : QStringList{QStringLiteral("text"), QStringLiteral("json"),
                                                                    QStringLiteral("powershell")};
    if (!formats.contains(format)) return usage(QStringLiteral("unknown format ") + format);
    if (!readRequest(context)) return;
    prepareThen(context, [this, format] { m_mode == Mode::Check ? showChecks(format) : showPlan(format); });
}

void CheckSubcommand::showChecks(const QString& format)
{
    print(format == QStringLiteral("json") ? checksAsJson(controller().checks())
                                           : checksAsTable(controller().checks()));
    end(checksExitCode({}));
}

void CheckSubcommand::showPlan(const QString& format)
{
    if (format == QStringLiteral("json"))
        print(planAsJson(controller().plan(), controller().dryRun()));
    else
        print(format == QStringLiteral("powershell") ? printableLines(controller().plan().toPowerShell())
                                                     : planAsText(controller().plan(), controller().dryRun()));
    end(ExitCode::Done);
}

} // namespace drydock::ctl
