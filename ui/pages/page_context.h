// What every page is given.
#pragma once

#include "model/ports/clock.h"
#include "ui/theme/theme.h"

class QSettings;

namespace drydock::ui {

struct PageContext {
    Theme& theme;
    const ports::Clock& clock;
    QSettings& settings;
};

} // namespace drydock::ui
