// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/status_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/status_text.h"
#include "app/logging.h"
#include "model/domain/error_traits.h"
#include "model/ports/on_finished.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace drydock::ctl {

std::string StatusSubcommand::name() const { return m_mode == Mode::Once ? "status" : "watch"; }

std::string StatusSubcommand::summary() const
{
    return m_mode == Mode::Once ? "Reads once and prints what is." : "Reads again and again until it is interrupted.";
}

void StatusSubcommand::addOptions(CLI::App& command)
{
    command.add_option("--dag", m_group, "Only this availability group.")->type_name("NAME")->take_last();
    if (m_mode == Mode::Once) return addFormat(command, m_format, {"table", "json", "csv"});
    addFormat(command, m_format, {"table", "jsonl"});
    command.add_option("--interval", m_interval, "Seconds between two readings, 0.1 to 86400. Default: 30")
        ->option_text("S")
        ->take_last();
}

void StatusSubcommand::start(const Context& context)
{
    m_dag = domain::DagName(m_group);
    if (m_mode == Mode::Watch) {
        const double seconds = QString::fromStdString(m_interval).toDouble(); // 0 if it is not a number
        if (!(seconds >= 0.1 && seconds <= 86400)) return usage("--interval is a number of seconds, 0.1 to 86400");
        m_timer.setSingleShot(true);
        m_timer.setInterval(static_cast<int>(seconds * 1000));
        connect(&m_timer, &QTimer::timeout, this, &StatusSubcommand::read);
    }
    connectThen(context, [this](const ports::SessionInfo&) { read(); });
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
        if (!snapshot && domain::needsNewCredentials(snapshot.error().kind))
            return fail(snapshot.error()); // another attempt might lock the account
        if (!snapshot) {                   // `watch` continues, because the server may answer again
            app::logError("drydockctl", snapshot.error());
            printError(snapshot.error());
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
        printError(unread);
    return false;
}

void StatusSubcommand::interrupted()
{
    if (m_mode == Mode::Watch) return end(ExitCode::Done);
    Subcommand::interrupted();
}

void StatusSubcommand::show(const domain::DagSnapshot& snapshot)
{
    if (m_format == "table")
        print(statusAsTable(snapshot, m_dag));
    else if (m_format == "csv")
        print(statusAsCsv(snapshot, m_dag));
    else
        print(statusAsJson(snapshot, m_dag, m_format == "jsonl"));
}

} // namespace drydock::ctl
