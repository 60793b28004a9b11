// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `runs`: lists every run in the journal, from new to old.
#pragma once

#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class RunsSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override { return "runs"; }
    [[nodiscard]] std::string summary() const override { return "Every run in the journal."; }
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    std::string m_format;
};

} // namespace drydock::ctl
