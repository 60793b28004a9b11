#include "app/drydockctl/run_subcommand.h"

#include "app/drydockctl/console.h"

#include <algorithm>

namespace drydock::ctl {

QString RunSubcommand::name() const { return QStringLiteral("run"); }

QString RunSubcommand::synopsis() const
{
    return QStringLiteral(
        "enter|leave SERVER [--target FQDN] [--reason TEXT] [--override CHECK]... --yes [--format text|jsonl]");
}

QString RunSubcommand::summary() const { return QStringLiteral("Takes the server into maintenance, or back."); }

void RunSubcommand::addOptions(QCommandLineParser& parser) const
{
    parser.addOption({QStringLiteral("target"),
                      QStringLiteral("Where queued mail goes; the FQDN of a member, or - for nowhere."),
                      QStringLiteral("FQDN")});
    parser.addOption(
        {QStringLiteral("reason"), QStringLiteral("Why; kept in the journal and the report."), QStringLiteral("TEXT")});
    parser.addOption({QStringLiteral("change"), QStringLiteral("Change number; kept in the journal and the report."),
                      QStringLiteral("NUMBER")});
    parser.addOption({QStringLiteral("override"),
                      QStringLiteral("Go on although this check blocks (repeatable); recorded."),
                      QStringLiteral("CHECK")});
    parser.addOption({QStringLiteral("yes"), QStringLiteral("Yes, change the server. Nothing is asked.")});
    parser.addOption({QStringLiteral("format"), QStringLiteral("text or jsonl. Default: text"),
                      QStringLiteral("FORMAT"), QStringLiteral("text")});
}

void RunSubcommand::start(const Context& context)
{
    const auto format = formatOf(context.parser.value(QStringLiteral("format")));
    if (!format) return usage(QStringLiteral("unknown format ") + context.parser.value(QStringLiteral("format")));
    if (!readRequest(context)) return;
    if (!context.parser.isSet(QStringLiteral("yes")))
        return usage(QStringLiteral(
            "this changes a server; say --yes (`drydockctl check` and `drydockctl plan` change nothing)"));
    if (context.options.profile.readOnly)
        return fail({domain::ErrorKind::ReadOnly,
                     "run " + context.arguments.join(QLatin1Char(' ')).toStdString(),
                     {},
                     0,
                     nullptr});
    request().reason = context.parser.value(QStringLiteral("reason"));
    request().changeNumber = context.parser.value(QStringLiteral("change"));
    request().options.moveComment = request().reason.toStdString();
    prepareThen(context, [this, context, format = *format] { begin(context, format); });
}

std::optional<std::set<std::string>> RunSubcommand::overrides(const QStringList& words)
{
    std::set<std::string> result;
    for (const QString& word : words) {
        const auto& checks = controller().checks();
        const auto check =
            std::find_if(checks.begin(), checks.end(),
                         [id = word.toStdString()](const maintenance::Check& one) { return one.id == id; });
        if (check == checks.end()) {
            usage(QStringLiteral("there is no check \"") + word +
                  QStringLiteral("\"; `drydockctl check` tells their ids"));
            return {};
        }
        if (!check->overridable && check->result == maintenance::CheckResult::Block) {
            usage(QStringLiteral("the check \"") + word + QStringLiteral("\" cannot be overridden"));
            return {};
        }
        if (check->result == maintenance::CheckResult::Block)
            result.insert(check->id);
        else
            tell("drydockctl: the check " + check->id + " does not block; there is nothing to override");
    }
    return result;
}

void RunSubcommand::begin(const Context& context, RunPrinter::Format format)
{
    if (ended()) // stopped while it was prepared
        return;
    const auto overridden = overrides(context.parser.values(QStringLiteral("override")));
    if (!overridden) return;
    const ExitCode checked = checksExitCode(*overridden);
    if (checked != ExitCode::Done) {
        for (const maintenance::Check& check : controller().checks()) {
            if (check.result == maintenance::CheckResult::Pass) continue;
            const bool ignored = overridden->contains(check.id);
            tell(std::string(maintenance::toString(check.result)) + (ignored ? " (overridden)" : "") + ": " + check.id +
                 ": " + printable(check.found.english()));
        }
    }
    if (checked == ExitCode::Blocked || checked == ExitCode::NotPermitted) {
        tell("drydockctl: blocked by a pre-flight check; nothing was changed");
        return end(checked);
    }
    follow(context, format);
    if (const auto started = controller().start(*overridden); !started) fail(started.error());
}

} // namespace drydock::ctl
