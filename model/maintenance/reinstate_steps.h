// The steps back into service, one function each (exchange.md 2, "Recommended STOP order").
#pragma once

#include "model/maintenance/plan_context.h"

namespace drydock::maintenance::steps {

// A component back to what Maintenance held it at before, usually Active.
[[nodiscard]] Step componentBack(const PlanContext& context, StepKind kind, const char* component);
[[nodiscard]] Step resumeNodeStep(const PlanContext& context);
[[nodiscard]] Step restoreMoveNow(const PlanContext& context);
[[nodiscard]] Step restorePolicy(const PlanContext& context, bool saved);
[[nodiscard]] Step clearFunctional(const PlanContext& context, const std::vector<std::string>& components);
[[nodiscard]] Step startServices(const PlanContext& context, const std::vector<std::string>& services);
[[nodiscard]] Step waitForCopies(const PlanContext& context);
[[nodiscard]] Step verifyInService(const PlanContext& context);

} // namespace drydock::maintenance::steps
