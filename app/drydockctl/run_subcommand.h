// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `run enter|leave|reboot|rebalance SERVER`: checks, plans and carries the plan out; and
// `run rolling SERVER…`, which does it with several servers.
#pragma once

#include "app/drydockctl/running_subcommand.h"

namespace drydock::ctl {

class RunSubcommand : public RunningSubcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    void begin(const Context& context);
    // Returns the ids given with --override whose checks block. Returns nothing after a usage error, which ends the
    // command.
    [[nodiscard]] std::optional<std::set<std::string>> overrides();

    // The campaign that the options describe; nothing after a usage error, which ends the command.
    [[nodiscard]] std::optional<maintenance::CampaignPlan> campaignPlan();
    void startCampaign(const Context& context);

    std::string m_order;
    std::string m_between;
    std::string m_onFailure;
    std::optional<int> m_healthSteady; // minutes
    std::string m_reason;
    std::string m_change;
    std::vector<std::string> m_override;
    std::string m_format;
    std::string m_notBefore;
};

} // namespace drydock::ctl
