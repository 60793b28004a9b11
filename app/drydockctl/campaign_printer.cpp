// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/campaign_printer.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"

namespace drydock::ctl {

using namespace maintenance;

void CampaignPrinter::begin(const CampaignState& campaign)
{
    m_begun = true;
    if (m_format == RunPrinter::Format::JsonLines) {
        printLine(campaignEvent(campaign));
    } else {
        std::string line = "campaign " + campaign.id + ":";
        for (const auto& server : campaign.servers)
            line += " " + server.server.text();
        printLine(printable(line));
    }
    if (m_before) return;
    m_before = campaign;
    for (auto& server : m_before->servers)
        server.stages = {};
}

void CampaignPrinter::show(const CampaignState& campaign)
{
    if (!m_begun) begin(campaign);
    for (std::size_t n = 0; n < campaign.servers.size(); ++n)
        for (const auto kind : campaignStages)
            stage(campaign, n, kind);
    if (campaign.waitingFor != m_before->waitingFor && !campaign.waitingFor.empty()) {
        if (m_format == RunPrinter::Format::JsonLines)
            printLine(campaignStageEvent(campaign, campaign.current(), CampaignStage::Steady));
        else
            printLine("      " + printable(campaign.waitingFor));
    }
    m_before = campaign;
}

void CampaignPrinter::stage(const CampaignState& campaign, std::size_t server, CampaignStage stage)
{
    const auto& now = campaign.servers[server].at(stage);
    const auto& before = m_before->servers[server].at(stage);
    if (now.status == before.status && now.runId == before.runId) return;
    if (now.status == StageStatus::ToDo) return;
    if (m_format == RunPrinter::Format::JsonLines) return printLine(campaignStageEvent(campaign, server, stage));
    const auto& name = campaign.servers[server].server.text();
    printLine(printable("== " + name + " (" + std::to_string(server + 1) + "/" +
                        std::to_string(campaign.servers.size()) + ") " + toString(stage) + ": " +
                        toString(now.status)));
    if (!now.found.empty()) printLine("      " + printable(now.found));
    if (now.error) printLine("      " + printable(now.error->summary()));
}

// The end of a run is told by its stage.
void CampaignPrinter::show(const RunState& run)
{
    if (m_runId != run.id) {
        m_run.emplace(m_format, m_clock);
        m_runId = run.id;
    }
    m_run->show(run);
}

void CampaignPrinter::end(const CampaignState& campaign, ExitCode code)
{
    const char* outcome = toString(campaign.outcome);
    if (m_format == RunPrinter::Format::JsonLines)
        printLine(endEvent(outcome, static_cast<int>(code)));
    else
        printLine("campaign " + campaign.id + ": " + outcome);
    if (campaign.phase == RunPhase::Finished) return;
    const auto resume = "drydockctl resume " + campaign.id;
    const auto at = campaign.current();
    const auto* stage = campaign.currentStage();
    if (stage && stage->error) printError(*stage->error);
    if (campaign.waitsForOperator())
        printMessage("drydockctl: " + printable(campaign.servers[at].server.text()) +
                     " is in maintenance; when the work on it is done: " + resume + " --yes");
    else
        printMessage("drydockctl: to go on: " + resume + " --yes");
    if (!stage || campaign.servers[at].current() != CampaignStage::Between) return;
    if (stage->status == StageStatus::Unknown && campaign.plan.between == BetweenKind::Command)
        printMessage("drydockctl: whether the program has ended is not known; to start it once more: " + resume +
                     " --send-again --yes");
    if (stage->status == StageStatus::Unknown || stage->status == StageStatus::Failed)
        printMessage("drydockctl: to bring the server back without it: " + resume + " --go-on-without between --yes");
}

} // namespace drydock::ctl
