#include "app/drydockctl/status_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/status_text.h"
#include "app/logging.h"
#include "model/ports/on_finished.h"

#include <algorithm>

namespace drydock::ctl {

QString StatusSubcommand::name() const
{
    return m_mode == Mode::Once ? QStringLiteral("status") : QStringLiteral("watch");
}

QString StatusSubcommand::synopsis() const
{
    return m_mode == Mode::Once ? QStringLiteral("[--dag NAME] [--format table|json|csv]")
                                : QStringLiteral("[--interval S] [--format table|jsonl]");
}

QString StatusSubcommand::summary() const
{
    return m_mode == Mode::Once ? QStringLiteral("What is, now.") : QStringLiteral("The same, until interrupted.");
}

void StatusSubcommand::addOptions(QCommandLineParser& parser) const
{
    parser.addOption({QStringLiteral("dag"), QStringLiteral("Only this availability group."), QStringLiteral("NAME")});
    if (m_mode == Mode::Once) {
        parser.addOption({QStringLiteral("format"), QStringLiteral("table, json or csv. Default: table"),
                          QStringLiteral("FORMAT"), QStringLiteral("table")});
        return;
    }
    parser.addOption({QStringLiteral("format"), QStringLiteral("table or jsonl. Default: table"),
                      QStringLiteral("FORMAT"), QStringLiteral("table")});
    parser.addOption({QStringLiteral("interval"), QStringLiteral("Seconds between two readings. Default: 30"),
                      QStringLiteral("S"), QStringLiteral("30")});
}

void StatusSubcommand::start(const Context& context)
{
    m_format = context.parser.value(QStringLiteral("format"));
    m_dag = domain::DagName(context.parser.value(QStringLiteral("dag")).toStdString());
    const QStringList formats =
        m_mode == Mode::Once ? QStringList{QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("csv")}
                             : QStringList{QStringLiteral("table"), QStringLiteral("jsonl")};
    if (!formats.contains(m_format) || !context.arguments.isEmpty())
        return usage(formats.contains(m_format) ? QStringLiteral("takes no arguments")
                                                : QStringLiteral("unknown format ") + m_format);
    if (m_mode == Mode::Watch) {
        bool isNumber = false;
        const double seconds = context.parser.value(QStringLiteral("interval")).toDouble(&isNumber);
        if (!isNumber || seconds < 0.1 || seconds > 86400)
            return usage(QStringLiteral("--interval is a number of seconds"));
        m_timer.setSingleShot(true);
        m_timer.setInterval(static_cast<int>(seconds * 1000));
        connect(&m_timer, &QTimer::timeout, this, &StatusSubcommand::read);
    }
    connectThen(context, [this](const ports::ServerInfo&) { read(); });
}

void StatusSubcommand::read()
{
    using Read = domain::Result<domain::SnapshotPtr>;
    ports::onFinished(this, gateway()->readSnapshot({}), [this](const Read& snapshot) {
        if (snapshot && knowsGroup(**snapshot)) show(**snapshot);
        if (ended()) return;
        if (m_mode == Mode::Once)
            return snapshot ? end(hasWarnings(**snapshot, m_dag) ? ExitCode::Warnings : ExitCode::Done)
                            : fail(snapshot.error());
        if (!snapshot) { // a watch goes on: the server may come back
            app::logError("drydockctl", snapshot.error());
            tell(snapshot.error());
        }
        m_timer.start();
    });
}

bool StatusSubcommand::knowsGroup(const domain::DagSnapshot& snapshot)
{
    const auto ofGroup = [this](const domain::Server& server) { return server.dag == m_dag; };
    if (m_dag.empty() || snapshot.group(m_dag) ||
        std::any_of(snapshot.servers.begin(), snapshot.servers.end(), ofGroup))
        return true;
    const std::string what = "availability group " + m_dag.text();
    if (snapshot.covers(domain::SnapshotSection::Groups)) {
        fail({domain::ErrorKind::NotFound, what, "there is no group of that name", 0, nullptr});
        return false;
    }
    const domain::Error unread{domain::ErrorKind::CommandFailed, what, "the groups could not be read", 0, nullptr};
    if (m_mode == Mode::Once)
        fail(unread);
    else
        tell(unread);
    return false;
}

void StatusSubcommand::interrupted()
{
    if (m_mode == Mode::Watch) return end(ExitCode::Done);
    Subcommand::interrupted();
}

void StatusSubcommand::show(const domain::DagSnapshot& snapshot)
{
    if (m_format == QStringLiteral("table"))
        print(statusAsTable(snapshot, m_dag));
    else if (m_format == QStringLiteral("csv"))
        print(statusAsCsv(snapshot, m_dag));
    else
        print(statusAsJson(snapshot, m_dag, m_format == QStringLiteral("jsonl")));
}

} // namespace drydock::ctl
