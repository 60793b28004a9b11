// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What every page of one wizard needs. The wizard owns the controller; clock and theme outlive the wizard.
#pragma once

#include "model/controllers/maintenance_controller.h"
#include "model/ports/clock.h"
#include "ui/theme/theme.h"

namespace drydock::ui {

struct WizardContext {
    controllers::MaintenanceController& controller;
    const ports::Clock& clock;
    const Theme& theme;
    maintenance::RunKind runKind = maintenance::RunKind::Enter;
};

} // namespace drydock::ui
