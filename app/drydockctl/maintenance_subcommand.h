// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The base of `check`, `plan` and `run`: takes kind of run and server from the command line, runs the pre-flight checks
// and makes the plan.
#pragma once

#include "app/drydockctl/connecting_subcommand.h"
#include "model/controllers/maintenance_controller.h"
#include "model/maintenance/dry_run.h"

#include <functional>
#include <memory>
#include <set>
#include <string>

namespace drydock::ctl {

class MaintenanceSubcommand : public ConnectingSubcommand
{
    Q_OBJECT

protected:
    using Prepared = std::function<void()>;

    enum class Servers { One, Several };

    // Declares "enter|leave|reboot|rebalance SERVER" and --target, which fill request(); with Several also "rolling
    // SERVER…".
    void addRequest(CLI::App& command, Servers servers = Servers::One);
    [[nodiscard]] bool rolling() const { return m_rolling; }
    [[nodiscard]] const std::vector<domain::ServerName>& servers() const { return m_servers; }
    [[nodiscard]] controllers::MaintenanceController::Request& request() { return m_request; }
    // Connects, reads the state of the servers, runs the checks and makes the plan. Then it calls `prepared`. An error
    // is printed and ends the command.
    void prepareThen(const Context& context, Prepared prepared);
    [[nodiscard]] controllers::MaintenanceController& controller() { return *m_controller; }
    [[nodiscard]] const ports::SessionInfo& info() const { return m_info; }
    // Creates the controller for the open session.
    void makeController(const Context& context);
    // Returns the exit code for the result of the checks. Blocks whose ids are in `overrides` count as warnings.
    [[nodiscard]] ExitCode checksExitCode(const std::set<std::string>& overrides) const;

private:
    void takeServers(const std::vector<std::string>& typed);

    bool m_rolling = false;
    std::vector<domain::ServerName> m_servers;
    controllers::MaintenanceController::Request m_request;
    ports::SessionInfo m_info;
    std::unique_ptr<controllers::MaintenanceController> m_controller; // destroyed before the gateway of the base class
};

} // namespace drydock::ctl
