// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Chooses the icon shape of a state (visual.md, "Shapes"), and the word that is always shown with it.
#pragma once

#include "model/domain/server_state.h"
#include "model/maintenance/check_result.h"
#include "model/maintenance/run_state.h"
#include "model/tables/roles.h"

#include <QString>

namespace drydock::tables {

[[nodiscard]] Shape shapeOf(const domain::DatabaseCopy& copy);
[[nodiscard]] Shape shapeOf(const domain::ComponentState& component);
[[nodiscard]] Shape shapeOf(domain::ServerState state) noexcept;
[[nodiscard]] Shape shapeOf(maintenance::StepStatus status) noexcept;
[[nodiscard]] Shape shapeOf(maintenance::CheckResult result) noexcept;
// Returns the translated word of a shape: "mounted", "healthy", "behind" …; empty for None.
[[nodiscard]] QString wordOf(Shape shape);
[[nodiscard]] domain::Severity severityOf(maintenance::StepStatus status) noexcept;
[[nodiscard]] domain::Severity severityOf(maintenance::CheckResult result) noexcept;

} // namespace drydock::tables
