// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A prepared maintenance as commands for a person to copy: drydockctl begins it later, without the window.
#pragma once

#include "model/controllers/maintenance_controller.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace drydock::controllers {

struct ScheduledRun {
    MaintenanceController::Request request;
    std::set<std::string> overrides; // ids of checks
    QStringList connection;          // the options that name the connection: "--profile", "Contoso"
    std::optional<QTime> stopBefore; // by this computer's clock
};

// Returns the next time after `now` at which this computer's clock shows the time of day.
[[nodiscard]] domain::Time nextTimeOfDay(QTime time, domain::Time now);
// Returns the arguments of drydockctl, each as it is.
[[nodiscard]] QStringList argumentsOf(const ScheduledRun& run);
// Each returns one line for a shell; nothing in it is expanded or executed, whatever the reason says.
[[nodiscard]] QString posixCommand(const QStringList& arguments);
// `start` is local time.
[[nodiscard]] QString systemdCommand(const QStringList& arguments, const QDateTime& start, const QString& name);
// For PowerShell: registers a task of the Windows Task Scheduler for the user who runs it.
[[nodiscard]] QString taskSchedulerCommand(const QStringList& arguments, const QDateTime& start, const QString& name);

} // namespace drydock::controllers
