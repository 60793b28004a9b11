// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Decides which cmdlets change nothing. Plan, session and read-only mode rely on this one rule.
#pragma once

#include <string_view>

namespace drydock::domain {

// Returns true for Get- and Test- with a noun and for Search-AdminAuditLog, in any case. Every other name counts as a
// change.
[[nodiscard]] bool isReadOnlyCmdlet(std::string_view cmdlet) noexcept;

} // namespace drydock::domain
