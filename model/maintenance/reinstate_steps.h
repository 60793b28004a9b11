// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the steps back into service; each function makes one (exchange.md 2, "Recommended STOP order").
#pragma once

#include "model/maintenance/plan_context.h"

namespace drydock::maintenance::steps {

// Sets a component back to the state that Maintenance had set before the run, usually Active.
[[nodiscard]] Step componentBack(const PlanContext& context, StepKind kind, const char* component);
[[nodiscard]] Step resumeNodeStep(const PlanContext& context);
[[nodiscard]] Step restoreMoveNow(const PlanContext& context);
[[nodiscard]] Step restorePolicy(const PlanContext& context, bool saved);
[[nodiscard]] Step clearFunctional(const PlanContext& context, const std::vector<std::string>& components);
[[nodiscard]] Step startServices(const PlanContext& context, const std::vector<std::string>& services);
[[nodiscard]] Step waitForCopies(const PlanContext& context);
[[nodiscard]] Step verifyInService(const PlanContext& context);
[[nodiscard]] Step checkComponents(const PlanContext& context);

} // namespace drydock::maintenance::steps
