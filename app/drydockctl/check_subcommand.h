// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommands `check` and `plan`: they show the pre-flight checks or the steps, and change nothing.
#pragma once

#include "app/drydockctl/maintenance_subcommand.h"

namespace drydock::ctl {

class CheckSubcommand : public MaintenanceSubcommand
{
    Q_OBJECT

public:
    enum class Mode { Check, Plan };
    explicit CheckSubcommand(Mode mode) : m_mode(mode) {}

    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    void showChecks();
    void showPlan();

    Mode m_mode;
    std::string m_format;
};

} // namespace drydock::ctl
