// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the current step of a run does now, in translated words.
#pragma once

#include "model/maintenance/run_state.h"

#include <QString>

namespace drydock::tables {

// Returns the command that has not been answered, or that no reading has followed yet, and else what the step waits
// for. A finding from before a command says nothing about what the command did. Empty if there is nothing to say.
[[nodiscard]] QString progressText(const maintenance::Step& step, const maintenance::StepState& state);

} // namespace drydock::tables
