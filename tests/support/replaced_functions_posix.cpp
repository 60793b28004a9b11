// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/replaced_functions.h"

#include <dlfcn.h>
#include <malloc.h>

namespace {

using Move = void* (*)(void*, const void*, std::size_t);

Move replaced(const char* name) { return reinterpret_cast<Move>(dlsym(RTLD_NEXT, name)); }

} // namespace

std::size_t drydock::tests::usableSize(void* memory) noexcept { return malloc_usable_size(memory); }

extern "C" void* memmove(void* to, const void* from, std::size_t size) noexcept
{
    static const auto next = replaced("memmove");
    drydock::tests::countMoved(size);
    return next(to, from, size);
}

extern "C" void* memcpy(void* to, const void* from, std::size_t size) noexcept
{
    static const auto next = replaced("memcpy");
    drydock::tests::countMoved(size);
    return next(to, from, size);
}
