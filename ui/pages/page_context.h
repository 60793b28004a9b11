// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What every page needs: theme, clock, settings and journals. All of them outlive the pages.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/journal_store.h"
#include "ui/theme/theme.h"

namespace drydock::services {
class Settings;
}

namespace drydock::ui {

struct PageContext {
    Theme& theme;
    const ports::Clock& clock;
    services::Settings& settings;
    ports::JournalStore& journals;
};

} // namespace drydock::ui
