// The table of a run's time-outs and waits; remoting/README.md has that of a single request. A plan keeps those of its
// steps, so that a run that is continued has the ones with which it began.
#pragma once

#include "model/domain/time.h"
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

// Readings that fail, and commands that do not leave, are repeated ever more slowly, up to this.
inline constexpr domain::Duration longestRetryDelay = std::chrono::seconds(60);
// Empty queues just after a start of transport prove nothing (exchange.md 4.2): for so long they may be loading, and
// until then two readings that agree must be so far apart.
inline constexpr domain::Duration queuesLoadFor = std::chrono::seconds(60);
inline constexpr domain::Duration heldAfterServiceStart = std::chrono::seconds(30);
// When a run is continued, what it did before is read again; so often and so far apart when the reading fails.
inline constexpr int mostRecheckFailures = 12;
inline constexpr domain::Duration recheckInterval = std::chrono::seconds(10);
// How long the end of the program waits for the thread of a run: longer than the gateway takes to give up on its
// shells.
inline constexpr std::chrono::seconds runThreadShutdown{20};

} // namespace drydock::maintenance
