// The table of a run's time-outs and waits; remoting/README.md has that of a single request. A plan keeps those of its
// steps, so that a run that is continued has the ones with which it began.
#pragma once

#include "model/domain/time.h"
#include "model/maintenance/command.h"
#include "model/maintenance/step_kind.h"

#include <chrono>

namespace drydock::maintenance {

// Of one step, counted from its beginning and anew from the answer to each of its commands.
struct StepTimes {
    domain::Duration timeout;         // how long it may take to come about
    domain::Duration poll;            // between two readings that succeed
    domain::Duration noProgressAfter; // from then on the operator sees that nothing moves
};

inline constexpr StepTimes usualStepTimes{std::chrono::minutes(2), std::chrono::seconds(5), std::chrono::minutes(2)};
// Of a kind of step; the usual ones where the table in step_timeouts.cpp names no others.
[[nodiscard]] StepTimes timesOf(StepKind kind) noexcept;
// The time that the effect of the command may take to show; readings within it are no proof that there is none.
[[nodiscard]] domain::Duration effectTime(const Command& command);

// Failed readings and commands that did not leave are tried again ever more slowly, up to this interval.
inline constexpr domain::Duration maxPollInterval = std::chrono::seconds(60);
// Empty queues just after a start of transport prove nothing (exchange.md 4.2): for this long the service may be
// loading them.
inline constexpr domain::Duration queueLoadTime = std::chrono::seconds(60);
// Within that time the two readings that show them must be this far apart.
inline constexpr domain::Duration holdAfterStart = std::chrono::seconds(30);
// Two readings that show a done step as changed must be this far apart.
inline constexpr domain::Duration recheckInterval = std::chrono::seconds(30);
inline constexpr int maxRecheckFailures = 12;
// How long the end of the program waits for the thread of a run: longer than the gateway takes to give up on its
// shells.
inline constexpr std::chrono::seconds runThreadShutdown{20};

} // namespace drydock::maintenance
