// What a run that asks says: what happened, what it means, what can be done.
#pragma once

#include "model/maintenance/run_state.h"
#include "ui/theme/icons.h"
#include "ui/widgets/error_text.h"

namespace drydock::ui {

[[nodiscard]] const maintenance::StepState* currentStep(const maintenance::RunState& run); // null: none
[[nodiscard]] ErrorText decisionText(const maintenance::RunState& run);
[[nodiscard]] tables::Shape decisionShape(const maintenance::RunState& run);
// The choice that goes on: "Try again", "Wait longer" or "Look again".
[[nodiscard]] QString continueText(const maintenance::RunState& run);

} // namespace drydock::ui
