// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/runs_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/text_table.h"
#include "model/domain/server_state.h"

namespace drydock::ctl {
namespace {

using maintenance::RunListing;

void addCampaigns(TextTable& table, const std::vector<ports::CampaignListing>& campaigns)
{
    for (const auto& listing : campaigns) {
        const auto& campaign = listing.state;
        if (listing.error)
            table.add({listing.file, "", "", "unreadable", "", listing.error->summary()});
        else
            table.add({campaign.id, "rolling", campaign.plan.group, campaignStateWord(listing),
                       std::to_string(campaign.current()) + "/" + std::to_string(campaign.servers.size()) + " servers",
                       campaign.plan.reason});
    }
}

std::string asTable(const std::vector<RunListing>& runs, const std::vector<ports::CampaignListing>& campaigns)
{
    if (runs.empty() && campaigns.empty()) return "No runs.\n";
    TextTable table({"Run", "Kind", "Server", "State", "Step", "Reason"});
    addCampaigns(table, campaigns);
    for (const RunListing& run : runs) {
        if (run.error) {
            table.add({run.file, "", "", "unreadable", "", run.error->summary()});
            continue;
        }
        const auto& shown = run.run;
        if (run.notStarted) {
            table.add({shown.id, "", "", runStateWord(run), "", ""});
            continue;
        }
        table.add({shown.id, maintenance::toString(shown.runKind), shown.server.text(), runStateWord(run),
                   std::to_string(shown.currentStep()) + "/" + std::to_string(shown.steps), shown.reason});
    }
    return table.text();
}

} // namespace

void RunsSubcommand::addOptions(CLI::App& command) { addFormat(command, m_format, {"table", "json"}); }

void RunsSubcommand::start(const Context& context)
{
    const auto runs = context.composition.journals().list();
    if (!runs) return fail(runs.error());
    const auto campaigns = context.composition.campaigns().list();
    print(m_format == "table" ? asTable(*runs, campaigns) : runsAsJson(*runs, campaigns));
    end(ExitCode::Done);
}

} // namespace drydock::ctl
