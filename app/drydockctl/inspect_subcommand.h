// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `inspect clixml`: prints a CLIXML document as JSON, the way PowerShell reads it.
#pragma once

#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class InspectSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override { return "inspect"; }
    [[nodiscard]] std::string summary() const override { return "Any CLIXML as JSON."; }
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    std::string m_kind;
    std::string m_file;
};

} // namespace drydock::ctl
