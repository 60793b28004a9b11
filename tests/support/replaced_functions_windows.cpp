// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/replaced_functions.h"

#include <malloc.h>

#include <windows.h>

namespace {

using Move = void* (*)(void*, const void*, std::size_t);

Move replaced(const char* name)
{
    const auto found = GetProcAddress(GetModuleHandleW(L"msvcrt.dll"), name);
    return reinterpret_cast<Move>(reinterpret_cast<void*>(found)); // GCC warns of the direct way
}

} // namespace

std::size_t drydock::tests::usableSize(void* memory) noexcept { return _msize(memory); }

extern "C" void* memmove(void* to, const void* from, std::size_t size)
{
    static const auto next = replaced("memmove");
    drydock::tests::countMoved(size);
    return next(to, from, size);
}

extern "C" void* memcpy(void* to, const void* from, std::size_t size)
{
    static const auto next = replaced("memcpy");
    drydock::tests::countMoved(size);
    return next(to, from, size);
}
