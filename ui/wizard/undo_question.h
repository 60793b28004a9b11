// What is asked before anything is undone: which steps, in which order, and what an undo does not bring back.
#pragma once

#include "model/maintenance/run_state.h"
#include "ui/wizard/question.h"

namespace drydock::ui {

// Back to `step`, 0: everything the run changed.
[[nodiscard]] Question undoQuestion(const maintenance::RunState& run, std::size_t step);
// Before a run is closed for good.
[[nodiscard]] Question abandonQuestion(const maintenance::RunState& run);

} // namespace drydock::ui
