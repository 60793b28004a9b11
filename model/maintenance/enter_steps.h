// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the steps into maintenance; each function makes one (exchange.md 1.3).
#pragma once

#include "model/maintenance/plan_context.h"

namespace drydock::maintenance::steps {

[[nodiscard]] Step recordSettings(const PlanContext& context);
[[nodiscard]] Step blockActivation(const PlanContext& context);
[[nodiscard]] Step drainTransport(const PlanContext& context);
[[nodiscard]] Step drainUMCallRouter(const PlanContext& context);
[[nodiscard]] Step highAvailabilityOff(const PlanContext& context);
[[nodiscard]] Step pauseNodeStep(const PlanContext& context);
[[nodiscard]] Step moveDatabases(const PlanContext& context, const std::string& comment);
// `targets`: FQDNs, the preferred one first; at least one.
[[nodiscard]] Step redirectMessages(const PlanContext& context, const std::vector<std::string>& targets);
[[nodiscard]] Step waitForQueues(const PlanContext& context);
[[nodiscard]] Step serverWideOfflineOff(const PlanContext& context);
[[nodiscard]] Step verifyInMaintenance(const PlanContext& context, bool activationBlocked);

} // namespace drydock::maintenance::steps
