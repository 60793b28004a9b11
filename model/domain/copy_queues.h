// How long the queues of a database copy may be: the one place that knows the limits, in log files (exchange.md 5.2).
#pragma once

#include "model/domain/database_copy.h"

namespace drydock::domain {

// Unknown: the server did not report the length. Ordered by how bad it is.
enum class QueueLevel { Unknown, Good, Long, TooLong };

// Logs that wait to be copied. The active copy has none.
[[nodiscard]] QueueLevel copyQueueLevel(const DatabaseCopy& copy) noexcept;
// Logs that wait to be replayed; too many when both queues together are too long. A lagged copy keeps its replay queue
// on purpose, so that any length is good.
[[nodiscard]] QueueLevel replayQueueLevel(const DatabaseCopy& copy) noexcept;
// Both queues have lengths that are known and good.
[[nodiscard]] bool hasGoodQueues(const DatabaseCopy& copy) noexcept;

} // namespace drydock::domain
