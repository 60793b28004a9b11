// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of a run's time-outs and waits. remoting/README.md has the time-outs of a single request. A plan holds the
// time-outs of its steps, so that a resumed run keeps those with which it began.
#pragma once

#include "model/domain/time.h"
#include "model/maintenance/command.h"
#include "model/maintenance/step_kind.h"

#include <chrono>

namespace drydock::maintenance {

// The times of one step. They count from its beginning, and again from the answer to each of its commands.
struct StepTimes {
    domain::Duration timeout;         // how long the effect may take to show
    domain::Duration poll;            // between two successful readings
    domain::Duration noProgressAfter; // how long without a change until StepState::noProgress is set
};

inline constexpr StepTimes usualStepTimes{std::chrono::minutes(2), std::chrono::seconds(5), std::chrono::minutes(2)};
// Returns the times of a kind of step: its row of the table in step_timeouts.cpp, or usualStepTimes.
[[nodiscard]] StepTimes timesOf(StepKind kind) noexcept;
// Returns how long the effect of the command may take to show. A reading within that time does not prove that there is
// no effect.
[[nodiscard]] domain::Duration effectTime(const Command& command);

// The longest time-out that an operator can choose.
inline constexpr std::chrono::minutes maxTimeout = std::chrono::hours(24);

// A person who runs a command by hand is given at least this long.
inline constexpr domain::Duration byHandTimeout = std::chrono::hours(1);

// Failed readings and commands that were not delivered are repeated at growing intervals up to this one.
inline constexpr domain::Duration maxPollInterval = std::chrono::seconds(60);
// Transport may take this long after its start to load its queues; empty queues prove nothing before (exchange.md 4.2).
inline constexpr domain::Duration queueLoadTime = std::chrono::seconds(60);
// Within that time the two readings that show empty queues must be this far apart.
inline constexpr domain::Duration holdAfterStart = std::chrono::seconds(30);
// Kerberos keeps the clocks of a domain this close together (MS-KILE 3.1.5).
inline constexpr domain::Duration maxClockSkew = std::chrono::minutes(5);
// Two readings that show a done step as changed must be this far apart.
inline constexpr domain::Duration recheckInterval = std::chrono::seconds(30);
// Where only conditions are unmet that the operator may go on without, he is asked once they have not changed for this
// long.
inline constexpr domain::Duration timeBeforeGoOnWithout = std::chrono::seconds(30);
// A run that is resumed reads what was done. It ends with the error after this many readings in a row that failed.
inline constexpr int maxRecheckFailures = 12;
// How long the end of the program waits for the thread of a run. It exceeds the time in which the gateway gives up on
// its shells.
inline constexpr std::chrono::seconds runThreadShutdown{20};

} // namespace drydock::maintenance
