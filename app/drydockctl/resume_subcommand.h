// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `resume RUN`: continues an unfinished run, undoes it, or closes it and leaves the server as it is.
#pragma once

#include "app/drydockctl/running_subcommand.h"

namespace drydock::ctl {

class ResumeSubcommand : public RunningSubcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

protected:
    [[nodiscard]] ExitCode exitCode(const maintenance::RunState& run) const override;

private:
    void resumeCampaign(const Context& context, const ports::CampaignListing& listing);
    [[nodiscard]] domain::Result<maintenance::RunState> findRun(const Context& context);
    void archive(const Context& context);
    void resumeFrom(const Context& context, RunPrinter::Format format, const maintenance::RunState& before);

    std::string m_run;
    std::string m_format;
    bool m_sendAgain = false;
    bool m_undo = false;
    bool m_abandon = false;
    controllers::MaintenanceController::ResumeAs m_as = controllers::MaintenanceController::ResumeAs::Continue;
};

} // namespace drydock::ctl
