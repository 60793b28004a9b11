// The rules by which copies, components and queues are judged: a severity and the reasons for it.
#pragma once

#include "model/domain/component_state.h"
#include "model/domain/database_copy.h"
#include "model/domain/localizable_text.h"
#include "model/domain/queue.h"

#include <vector>

namespace drydock::domain {

// Maintenance is neither good nor bad: it is on purpose. Ordered by how much it wants to be looked at.
enum class Severity { Ok, Info, Maintenance, Unknown, Warning, Critical };
// "ok", "info", "maintenance", "unknown", "warning", "critical".
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
