// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The file formats in which the report of a run can be saved: web page, JSON and text.
#pragma once

#include "model/maintenance/run_state.h"
#include "ui/widgets/save_file.h"

namespace drydock::ui {

// Each choice holds a copy of `run` and makes its content when it is saved.
[[nodiscard]] QList<SaveChoice> reportChoices(const maintenance::RunState& run);

} // namespace drydock::ui
