// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What of the C library the work meter replaces, memcpy and memmove: each system declares and finds them in its own
// way.
#pragma once

#include <cstddef>

namespace drydock::tests {

// Called by the functions in their place, on the thread that copies. It allocates and copies nothing.
void countMoved(std::size_t bytes) noexcept;

// Returns how many bytes malloc gave, which may be more than it was asked for.
[[nodiscard]] std::size_t usableSize(void* memory) noexcept;

} // namespace drydock::tests
