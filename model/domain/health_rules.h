// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The health rules for copies, components and queues: each assessment is a severity and the reasons for it.
#pragma once

#include "model/domain/component_state.h"
#include "model/domain/database_copy.h"
#include "model/domain/localizable_text.h"
#include "model/domain/queue.h"

#include <vector>

namespace drydock::domain {

// The severities are ordered by urgency. Maintenance marks what is down on purpose.
enum class Severity { Ok, Info, Maintenance, Unknown, Warning, Critical };
// Returns "ok", "info", "maintenance", "unknown", "warning" or "critical".
[[nodiscard]] const char* toString(Severity severity) noexcept;

struct HealthAssessment {
    Severity severity = Severity::Ok;
    std::vector<LocalizableText> reasons;
    bool operator==(const HealthAssessment&) const = default;
};

[[nodiscard]] HealthAssessment assess(const DatabaseCopy& copy);
[[nodiscard]] HealthAssessment assess(const ComponentState& component);
[[nodiscard]] HealthAssessment assess(const Queue& queue);

} // namespace drydock::domain
