// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `completion`: prints the script by which a shell completes the command line of drydockctl.
#pragma once

#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class CompletionSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override { return "completion"; }
    [[nodiscard]] std::string summary() const override
    {
        return "A script that completes this command line in a shell.";
    }
    [[nodiscard]] bool hasConnectionOptions() const override { return false; }
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    const CLI::App* m_program = nullptr;
    std::string m_shell;
};

} // namespace drydock::ctl
