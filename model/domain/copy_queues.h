// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Rates the lengths of a copy's queues, by limits that are numbers of log files (exchange.md 5.2).
#pragma once

#include "model/domain/database_copy.h"

namespace drydock::domain {

// Up to these lengths a passive copy counts as caught up.
inline constexpr std::int64_t goodCopyQueue = 10;
inline constexpr std::int64_t goodReplayQueue = 100;
// Beyond these lengths a queue is TooLong: the copy queue alone, or both queues together.
inline constexpr std::int64_t longCopyQueue = 50;
inline constexpr std::int64_t longQueuesTogether = 400;

// Unknown means that the server did not report the length. The other levels are ordered from good to bad.
enum class QueueLevel { Unknown, Good, Long, TooLong };

// Rates the logs that wait to be copied. The active copy has no such queue and is Good.
[[nodiscard]] QueueLevel copyQueueLevel(const DatabaseCopy& copy) noexcept;
// Rates the logs that wait to be replayed. The level is TooLong also if both queues together are too long. Every length
// is Good for a lagged copy, which keeps its replay queue on purpose.
[[nodiscard]] QueueLevel replayQueueLevel(const DatabaseCopy& copy) noexcept;
// Returns whether both lengths are known and Good.
[[nodiscard]] bool hasGoodQueues(const DatabaseCopy& copy) noexcept;

} // namespace drydock::domain
