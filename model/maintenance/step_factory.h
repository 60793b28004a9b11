// The commands, and the steps of both directions, that plans are put together from.
#pragma once

#include "model/maintenance/plan_context.h"

namespace drydock::maintenance::steps {

// A step of this kind with nothing in it but its time-outs.
[[nodiscard]] Step newStep(StepKind kind);

[[nodiscard]] Command setPolicy(const PlanContext& context, const std::string& policy);
[[nodiscard]] Command setMoveNow(const PlanContext& context, bool value);
[[nodiscard]] Command setComponent(const PlanContext& context, const std::string& component, domain::ServiceState state,
                                   const std::string& requester);
[[nodiscard]] Command pauseNode(const PlanContext& context);
[[nodiscard]] Command resumeNode(const PlanContext& context);
[[nodiscard]] Command restartTransport(const PlanContext& context);
[[nodiscard]] Command startService(const PlanContext& context, const std::string& service);

// A step that sets one component under Maintenance, and puts `before` back when it is undone.
[[nodiscard]] Step componentStep(const PlanContext& context, StepKind kind, const std::string& component,
                                 domain::ServiceState target, domain::ServiceState before);

[[nodiscard]] Step restartTransportStep(const PlanContext& context);

} // namespace drydock::maintenance::steps
