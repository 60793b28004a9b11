// How long steps wait, and how long the effect of a command may take.
#pragma once

#include "model/domain/time.h"
#include "model/maintenance/command.h"

namespace drydock::maintenance {

// Failed readings and commands that did not leave are tried again ever more slowly, up to this interval.
inline constexpr domain::Duration maxPollInterval = std::chrono::seconds(60);
// Empty queues just after a start of transport prove nothing: the readings that show them must be this far apart
// (exchange.md 4.2).
inline constexpr domain::Duration holdAfterStart = std::chrono::seconds(30);
// Two readings that show a done step as changed must be this far apart.
inline constexpr domain::Duration recheckInterval = std::chrono::seconds(30);
inline constexpr int maxRecheckFailures = 12;

// The time that the effect of the command may take to show; readings within it are no proof that there is none.
[[nodiscard]] domain::Duration effectTime(const Command& command);

} // namespace drydock::maintenance
