// What check, plan and run have in common: direction and server from the command line, pre-flight and plan from the
// controller.
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

    // "enter|leave SERVER" and --target.
    void addRequest(CLI::App& command);
    // As the command line asks for it.
    [[nodiscard]] controllers::MaintenanceController::Request& request() { return m_request; }
    // Connects, reads what is there, checks and plans; then `prepared`.
    void prepareThen(const Context& context, Prepared prepared);
    [[nodiscard]] controllers::MaintenanceController& controller() { return *m_controller; }
    [[nodiscard]] const ports::ServerInfo& info() const { return m_info; }
    // Makes the controller for the session that is open.
    void makeController(const Context& context);
    // Of the pre-flight checks, those in `overrides` not counted.
    [[nodiscard]] ExitCode checksExitCode(const std::set<std::string>& overrides) const;

private:
    controllers::MaintenanceController::Request m_request;
    ports::ServerInfo m_info;
    std::unique_ptr<controllers::MaintenanceController> m_controller; // after the gateway, so that it goes first
};

} // namespace drydock::ctl
