#include "app/drydockctl/resume_subcommand.h"

#include <algorithm>
#include <utility>

namespace drydock::ctl {

using maintenance::Outcome;
using ResumeAs = controllers::MaintenanceController::ResumeAs;
using maintenance::RunState;

QString ResumeSubcommand::name() const { return QStringLiteral("resume"); }

QString ResumeSubcommand::synopsis() const
{
    return QStringLiteral("RUN [--send-again|--undo|--abandon] --yes [--format text|jsonl]");
}

QString ResumeSubcommand::summary() const
{
    return QStringLiteral("Continues a run that was stopped, failed or cut off.");
}

void ResumeSubcommand::addOptions(QCommandLineParser& parser) const
{
    parser.addOption(
        {QStringLiteral("send-again"),
         QStringLiteral("Send again the command of the step at hand, once two readings show that it had no effect. "
                        "Without this nothing is sent twice but what a server refused.")});
    parser.addOption({QStringLiteral("undo"), QStringLiteral("Undo what the run has done.")});
    parser.addOption({QStringLiteral("abandon"), QStringLiteral("Leave the server as it is, for good.")});
    parser.addOption({QStringLiteral("yes"), QStringLiteral("Yes, change the server. Nothing is asked.")});
    parser.addOption({QStringLiteral("format"), QStringLiteral("text or jsonl. Default: text"),
                      QStringLiteral("FORMAT"), QStringLiteral("text")});
}

void ResumeSubcommand::start(const Context& context)
{
    const auto format = formatOf(context.parser.value(QStringLiteral("format")));
    const bool again = context.parser.isSet(QStringLiteral("send-again"));
    const bool undo = context.parser.isSet(QStringLiteral("undo"));
    const bool abandon = context.parser.isSet(QStringLiteral("abandon"));
    if (!format || context.arguments.size() != 1) return usage(QStringLiteral("expected one run"));
    if (again + undo + abandon > 1) return usage(QStringLiteral("choose one of --send-again, --undo and --abandon"));
    if (!context.parser.isSet(QStringLiteral("yes"))) return usage(QStringLiteral("this changes a server; say --yes"));
    if (context.options.profile.readOnly)
        return fail(
            {domain::ErrorKind::ReadOnly, "resume " + context.arguments.value(0).toStdString(), {}, 0, nullptr});
    m_as = again ? ResumeAs::SendAgain : undo ? ResumeAs::Undo : abandon ? ResumeAs::Abandon : ResumeAs::Continue;
    auto before = find(context);
    if (!before) return fail(before.error());
    if (before->phase == maintenance::RunPhase::NotStarted) // never begun: its empty journal is put aside
        return archive(context);
    if (m_as == ResumeAs::Abandon) // nothing is sent: it needs no session
        return takeUp(context, *format, *before);
    connectThen(context, [this, context, format = *format, before = std::move(*before)](const ports::ServerInfo&) {
        takeUp(context, format, before);
    });
}

// Before anybody is asked for a password: a run that can be resumed.
domain::Result<RunState> ResumeSubcommand::find(const Context& context)
{
    const std::string id = context.arguments.value(0).toStdString();
    const auto runs = context.composition.journals().list();
    if (!runs) return domain::fail(runs.error());
    const auto run = std::find_if(runs->begin(), runs->end(),
                                  [&id](const maintenance::RunListing& one) { return one.state.id == id; });
    if (run == runs->end())
        return domain::fail(domain::ErrorKind::NotFound, "run " + id, "`drydockctl runs` lists them");
    if (run->error) return domain::fail(*run->error);
    if (run->inUse) return domain::fail(domain::ErrorKind::Locked, "run " + id, "another process carries it out");
    if (run->notStarted && m_as != ResumeAs::Abandon)
        return domain::fail(domain::ErrorKind::Usage, "resume " + id,
                            "the run was never begun; --abandon puts it aside");
    if (!run->notStarted && !run->state.resumable())
        return domain::fail(domain::ErrorKind::Usage, "resume " + id, "the run is over");
    return run->state;
}

void ResumeSubcommand::archive(const Context& context)
{
    if (const auto done = context.composition.journals().archive(context.arguments.value(0).toStdString()); !done)
        return fail(done.error());
    end(ExitCode::Done);
}

void ResumeSubcommand::takeUp(const Context& context, RunPrinter::Format format, const RunState& before)
{
    makeController(context);
    follow(context, format, &before);
    if (const auto resumed = controller().resume(before.id, m_as); !resumed) fail(resumed.error());
}

ExitCode ResumeSubcommand::exitCode(const RunState& run) const
{
    if ((m_as == ResumeAs::Undo && run.outcome == Outcome::Undone) ||
        (m_as == ResumeAs::Abandon && run.outcome == Outcome::Abandoned))
        return ExitCode::Done;
    return exitCodeOf(run);
}

} // namespace drydock::ctl
