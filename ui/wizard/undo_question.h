// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The questions asked before a run is undone, goes on without something, or is closed for good.
#pragma once

#include "model/maintenance/run_state.h"
#include "ui/wizard/question.h"

namespace drydock::ui {

// Asks before undoing everything from the last step back to `step`, which counts from 0. The text names the steps.
[[nodiscard]] Question undoQuestion(const maintenance::RunState& run, std::size_t step);
// Asks whether the run goes on without what the step at hand waits for.
[[nodiscard]] Question goOnWithoutQuestion(const maintenance::RunState& run);
// Asks before a run is closed and leaves the server as it is.
[[nodiscard]] Question abandonQuestion(const maintenance::RunState& run);

} // namespace drydock::ui
