// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Counts what a piece of code allocates, moves and copies, so that a test can double its input and compare: a bound
// without a clock. A test that links `drydock_work_meter` replaces operator new, memcpy and memmove.
#pragma once

#include <cstddef>
#include <functional>

namespace drydock::tests {

struct Work {
    std::size_t allocations = 0;
    std::size_t bytes = 0; // allocated, moved and copied

    // Returns whether this much work is linear compared with `half`, that of half the input: at most three times as
    // much, where growing by squares would be four times.
    [[nodiscard]] bool isLinearTo(const Work& half) const
    {
        return allocations <= 3 * half.allocations + 100 && bytes <= 3 * half.bytes + 10'000;
    }
};

// Returns the work of `code` on the calling thread.
[[nodiscard]] Work workOf(const std::function<void()>& code);

// Returns the bytes that were allocated and not freed, of the calling thread.
[[nodiscard]] std::size_t heldMemory();

// Returns the most memory that `code` held at a time beyond what was held before it, in bytes.
[[nodiscard]] std::size_t peakMemoryOf(const std::function<void()>& code);

} // namespace drydock::tests
