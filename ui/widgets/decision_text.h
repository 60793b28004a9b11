// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The texts shown while a run waits for a decision: what happened, what it means, what can be done.
#pragma once

#include "model/maintenance/run_state.h"
#include "ui/theme/icons.h"
#include "ui/widgets/error_text.h"

namespace drydock::ui {

// What the operator decides while a run waits for it.
enum class Decision { Continue, SendAgain, GoOnWithout, Undo, Abandon };

[[nodiscard]] const maintenance::StepState* currentStep(const maintenance::RunState& run); // null after the last step
// What the server said to the step that asks; without such words, what the error means.
[[nodiscard]] QString decisionWords(const maintenance::RunState& run);
// The meaning begins with the words of the server, if it sent any.
[[nodiscard]] ErrorText decisionText(const maintenance::RunState& run);
// What a step that waits may go on without, and what that means.
[[nodiscard]] ErrorText goOnWithoutText(const maintenance::RunState& run);
[[nodiscard]] tables::Shape decisionShape(const maintenance::RunState& run);
// Returns the label of the button that continues the run: "Try again", "Wait longer" or "Look again".
[[nodiscard]] QString continueText(const maintenance::RunState& run);

} // namespace drydock::ui
