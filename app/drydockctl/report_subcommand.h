// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `report RUN`: prints what a run did, when, and the evidence for each step.
#pragma once

#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class ReportSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override { return "report"; }
    [[nodiscard]] std::string summary() const override { return "What a run did, when, and with which proof."; }
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    void reportCampaign(const ports::CampaignListing& campaign);
    void deliver(const std::string& report); // to the file or to standard output
    void write(const QString& file, const std::string& report);

    std::string m_run;
    std::string m_format;
    std::string m_output;
};

} // namespace drydock::ctl
