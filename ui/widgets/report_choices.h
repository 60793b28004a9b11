// The report of a run as what it can be saved: web page, JSON, text.
#pragma once

#include "model/maintenance/run_state.h"
#include "ui/widgets/save_file.h"

namespace drydock::ui {

[[nodiscard]] QList<SaveChoice> reportChoices(const maintenance::RunState& run);

} // namespace drydock::ui
