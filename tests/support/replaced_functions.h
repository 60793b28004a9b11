// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the functions that the work meter replaces were before: each system finds them in its own way.
#pragma once

#include <cstddef>

namespace drydock::tests {

using Move = void* (*)(void*, const void*, std::size_t);

// Returns the C library's memcpy or memmove.
[[nodiscard]] Move replacedMove(const char* name) noexcept;

// Returns how many bytes malloc gave, which may be more than it was asked for.
[[nodiscard]] std::size_t usableSize(void* memory) noexcept;

} // namespace drydock::tests
