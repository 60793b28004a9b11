// What every page of one wizard works on; the wizard owns the controller, the rest outlives it.
#pragma once

#include "model/controllers/maintenance_controller.h"
#include "model/ports/clock.h"
#include "ui/theme/theme.h"

namespace drydock::ui {

struct WizardContext {
    controllers::MaintenanceController& controller;
    const ports::Clock& clock;
    const Theme& theme;
    maintenance::Direction direction = maintenance::Direction::Enter;
};

} // namespace drydock::ui
