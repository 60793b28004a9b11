// Which cmdlets change nothing: a safety rule of the plan, the session and the read-only mode alike.
#pragma once

#include <string_view>

namespace drydock::domain {

// Get- and Test-, in any case, with a noun behind. A name without one is taken for a change.
[[nodiscard]] bool isReadOnlyCmdlet(std::string_view cmdlet) noexcept;

} // namespace drydock::domain
