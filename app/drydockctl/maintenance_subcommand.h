// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The base of `check`, `plan` and `run`: takes direction and server from the command line, runs the pre-flight checks
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

    // Declares "enter|leave SERVER" and --target, which fill request().
    void addRequest(CLI::App& command);
    [[nodiscard]] controllers::MaintenanceController::Request& request() { return m_request; }
    // Connects, reads the state of the servers, runs the checks and makes the plan. Then it calls `prepared`. An error
    // is printed and ends the command.
    void prepareThen(const Context& context, Prepared prepared);
    [[nodiscard]] controllers::MaintenanceController& controller() { return *m_controller; }
    [[nodiscard]] const ports::ServerInfo& info() const { return m_info; }
    // Creates the controller for the open session.
    void makeController(const Context& context);
    // Returns the exit code for the result of the checks. Blocks whose ids are in `overrides` count as warnings.
    [[nodiscard]] ExitCode checksExitCode(const std::set<std::string>& overrides) const;

private:
    controllers::MaintenanceController::Request m_request;
    ports::ServerInfo m_info;
    std::unique_ptr<controllers::MaintenanceController> m_controller; // destroyed before the gateway of the base class
};

} // namespace drydock::ctl
