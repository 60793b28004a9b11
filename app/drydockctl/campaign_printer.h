// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prints the progress of a campaign on standard output, stage by stage, and its runs in between (cli.md).
#pragma once

#include "app/drydockctl/exit_code.h"
#include "app/drydockctl/run_printer.h"
#include "model/maintenance/campaign.h"

#include <optional>

namespace drydock::ctl {

class CampaignPrinter
{
public:
    // `clock` outlives the printer.
    CampaignPrinter(RunPrinter::Format format, const ports::Clock& clock) : m_format(format), m_clock(clock) {}

    // Sets the earlier state of a resumed campaign. Only later changes are printed.
    void startFrom(const maintenance::CampaignState& before) { m_before = before; }
    // Prints what has changed since the last call.
    void show(const maintenance::CampaignState& campaign);
    void show(const maintenance::RunState& run);
    // Prints the outcome, and on standard error how to go on.
    void end(const maintenance::CampaignState& campaign, ExitCode code);

private:
    void begin(const maintenance::CampaignState& campaign);
    void stage(const maintenance::CampaignState& campaign, std::size_t server, maintenance::CampaignStage stage);

    RunPrinter::Format m_format;
    const ports::Clock& m_clock;
    std::optional<maintenance::CampaignState> m_before;
    bool m_begun = false;
    std::optional<RunPrinter> m_run;
    std::string m_runId; // of m_run
};

} // namespace drydock::ctl
