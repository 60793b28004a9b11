// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/report_subcommand.h"

#include "app/drydockctl/console.h"
#include "model/maintenance/campaign_report.h"
#include "model/maintenance/report.h"

#include <CLI/CLI.hpp>
#include <QSaveFile>

namespace drydock::ctl {

void ReportSubcommand::addOptions(CLI::App& command)
{
    command.add_option("RUN", m_run, "The id of the run, as `drydockctl runs` lists it.")->required()->option_text(" ");
    addFormat(command, m_format, {"text", "html", "json"});
    command.add_option("--output", m_output, "Write to this file in place of standard output.")
        ->type_name("FILE")
        ->take_last();
}

void ReportSubcommand::start(const Context& context)
{
    for (const auto& campaign : context.composition.campaigns().list())
        if (campaign.state.id == m_run) return reportCampaign(campaign);
    const auto run = context.composition.journals().read(m_run);
    if (run.error && run.error->kind == domain::ErrorKind::NotFound)
        return fail({domain::ErrorKind::NotFound, "run " + m_run, "`drydockctl runs` lists them", 0, nullptr});
    if (run.error) return fail(*run.error);
    const std::string report = m_format == "html"   ? maintenance::reportAsHtml(run.state)
                               : m_format == "json" ? maintenance::reportAsJson(run.state)
                                                    : maintenance::reportAsText(run.state);
    deliver(report);
}

void ReportSubcommand::reportCampaign(const ports::CampaignListing& campaign)
{
    if (campaign.error) return fail(*campaign.error);
    deliver(m_format == "html"   ? maintenance::campaignAsHtml(campaign.state)
            : m_format == "json" ? maintenance::campaignAsJson(campaign.state)
                                 : maintenance::campaignAsText(campaign.state));
}

void ReportSubcommand::deliver(const std::string& report)
{
    if (!m_output.empty()) return write(QString::fromStdString(m_output), report);
    print(m_format == "text" ? printableLines(report) : report);
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
