// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/copy_queues.h"

namespace drydock::domain {
namespace {

QueueLevel levelOf(bool good, bool tooLong) noexcept
{
    if (good) return QueueLevel::Good;
    return tooLong ? QueueLevel::TooLong : QueueLevel::Long;
}

} // namespace

QueueLevel copyQueueLevel(const DatabaseCopy& copy) noexcept
{
    if (copy.active) return QueueLevel::Good;
    if (!copy.copyQueueLength) return QueueLevel::Unknown;
    return levelOf(*copy.copyQueueLength <= goodCopyQueue, *copy.copyQueueLength > longCopyQueue);
}

QueueLevel replayQueueLevel(const DatabaseCopy& copy) noexcept
{
    if (copy.active) return QueueLevel::Good;
    if (!copy.replayQueueLength) return QueueLevel::Unknown;
    // A comparison instead of a sum, which could overflow.
    const bool tooLong = *copy.replayQueueLength > longQueuesTogether - copy.copyQueueLength.value_or(0);
    return levelOf(copy.lagged() || *copy.replayQueueLength <= goodReplayQueue, tooLong);
}

bool hasGoodQueues(const DatabaseCopy& copy) noexcept
{
    return copyQueueLevel(copy) == QueueLevel::Good && replayQueueLevel(copy) == QueueLevel::Good;
}

} // namespace drydock::domain
