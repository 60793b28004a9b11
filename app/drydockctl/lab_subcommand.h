// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `lab`: `lab serve` runs the built-in lab until it is terminated, `lab list` prints its scenarios.
#pragma once

#include "app/drydockctl/interrupt.h"
#include "app/drydockctl/subcommand.h"

#include <cstdint>

namespace drydock::ctl {

class LabSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override { return "lab"; }
    [[nodiscard]] std::string summary() const override { return "The built-in lab, for practice and tests."; }
    [[nodiscard]] bool hasConnectionOptions() const override { return false; }
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    void serve(const Context& context);

    std::string m_action; // serve or list
    std::string m_scenario = app::defaultScenario;
    std::uint16_t m_port = 0;
    std::string m_auth = "basic";
    std::string m_keytab;
    bool m_allowNtlm = false;
    bool m_ownPassword = false;
    std::string m_tlsFile;
    std::string m_timeScale = "1";
    std::unique_ptr<Interrupt> m_interrupt;
};

} // namespace drydock::ctl
