// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/replaced_functions.h"

#include <dlfcn.h>
#include <malloc.h>

namespace drydock::tests {

Move replacedMove(const char* name) noexcept { return reinterpret_cast<Move>(dlsym(RTLD_NEXT, name)); }

std::size_t usableSize(void* memory) noexcept { return malloc_usable_size(memory); }

} // namespace drydock::tests
