// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the commands, and the steps that several kinds of run share.
#pragma once

#include "model/maintenance/plan_context.h"

namespace drydock::maintenance::steps {

// Returns a step of this kind that has only its time-outs.
[[nodiscard]] Step newStep(StepKind kind);

[[nodiscard]] Command setPolicy(const PlanContext& context, const std::string& policy);
[[nodiscard]] Command setMoveNow(const PlanContext& context, bool value);
[[nodiscard]] Command setComponent(const PlanContext& context, const std::string& component, domain::ServiceState state,
                                   const std::string& requester);
[[nodiscard]] Command pauseNode(const PlanContext& context);
[[nodiscard]] Command resumeNode(const PlanContext& context);
[[nodiscard]] Command restartTransport(const PlanContext& context);
[[nodiscard]] Command startService(const PlanContext& context, const std::string& service);

// Returns a step that sets one component to `target` as the requester Maintenance. Its undo sets the component to
// `before`; there is no undo if `before` equals `target` or is Unknown.
[[nodiscard]] Step componentStep(const PlanContext& context, StepKind kind, const std::string& component,
                                 domain::ServiceState target, domain::ServiceState before);

[[nodiscard]] Step restartTransportStep(const PlanContext& context);

// Returns a step whose commands go to the server's own endpoint. Where the account may not use it, the operator runs
// them, and says so for what Exchange does not show.
[[nodiscard]] Step onNode(const PlanContext& context, Step step);

} // namespace drydock::maintenance::steps
