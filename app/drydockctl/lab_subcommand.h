// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `lab`: `lab serve` runs the built-in lab until it is terminated, `lab list` prints its scenarios;
// `lab inject`, `lab disarm` and `lab faults` talk to the control port of one that runs.
#pragma once

#include "app/drydockctl/interrupt.h"
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/subcommand.h"

#include <QTcpSocket>

#include <cstdint>
#include <memory>
#include <optional>

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
    void order(const std::string& line); // sends it to the control port and prints the answer
    void takeAnswer();

    std::string m_action;
    std::string m_scenario = app::defaultScenario;
    std::uint16_t m_port = 0;
    std::string m_auth = "basic";
    std::string m_keytab;
    bool m_allowNtlm = false;
    bool m_ownPassword = false;
    std::string m_tlsFile;
    std::string m_clientCaFile;
    std::string m_timeScale = "1";
    std::optional<std::uint16_t> m_controlPort;
    FaultOptions m_fault;
    std::unique_ptr<QTcpSocket> m_control;
    std::unique_ptr<Interrupt> m_interrupt;
};

} // namespace drydock::ctl
