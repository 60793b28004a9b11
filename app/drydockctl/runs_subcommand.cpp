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

std::string asTable(const std::vector<RunListing>& runs)
{
    if (runs.empty()) return "No runs.\n";
    TextTable table({"Run", "Kind", "Server", "State", "Step", "Reason"});
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
        table.add({shown.id, maintenance::toString(shown.direction), shown.server.text(), runStateWord(run),
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
    print(m_format == "table" ? asTable(*runs) : runsAsJson(*runs));
    end(ExitCode::Done);
}

} // namespace drydock::ctl
