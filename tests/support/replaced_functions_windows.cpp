// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/replaced_functions.h"

#include <malloc.h>

#include <windows.h>

namespace drydock::tests {

Move replacedMove(const char* name) noexcept
{
    const auto found = GetProcAddress(GetModuleHandleW(L"msvcrt.dll"), name);
    return reinterpret_cast<Move>(reinterpret_cast<void*>(found)); // GCC warns of the direct way
}

std::size_t usableSize(void* memory) noexcept { return _msize(memory); }

} // namespace drydock::tests
