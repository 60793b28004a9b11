// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/work_meter.h"

#include "tests/support/replaced_functions.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace drydock::tests {
namespace {

struct Count {
    Work work;
    std::ptrdiff_t held = 0;
    std::ptrdiff_t peak = 0;
};

thread_local Count count; // trivial, so that it can be used before and after everything else

void* tryToTake(std::size_t size) noexcept
{
    void* memory = std::malloc(std::max<std::size_t>(size, 1));
    if (memory == nullptr) return nullptr;
    ++count.work.allocations;
    count.work.bytes += size;
    count.held += static_cast<std::ptrdiff_t>(usableSize(memory));
    count.peak = std::max(count.peak, count.held);
    return memory;
}

void* take(std::size_t size)
{
    void* memory = tryToTake(size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

void giveBack(void* memory) noexcept
{
    if (memory == nullptr) return;
    count.held -= static_cast<std::ptrdiff_t>(usableSize(memory));
    std::free(memory);
}

} // namespace

Work workOf(const std::function<void()>& code)
{
    const Work before = count.work;
    code();
    return {count.work.allocations - before.allocations, count.work.bytes - before.bytes};
}

void countMoved(std::size_t bytes) noexcept { count.work.bytes += bytes; }

std::size_t heldMemory() { return static_cast<std::size_t>(count.held); }

std::size_t peakMemoryOf(const std::function<void()>& code)
{
    const auto before = count.held;
    count.peak = count.held;
    code();
    return static_cast<std::size_t>(count.peak - before);
}

} // namespace drydock::tests

using drydock::tests::count;
using drydock::tests::giveBack;
using drydock::tests::take;
using drydock::tests::tryToTake;

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return tryToTake(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return tryToTake(size); }
void operator delete(void* memory) noexcept { giveBack(memory); }
void operator delete[](void* memory) noexcept { giveBack(memory); }
void operator delete(void* memory, std::size_t) noexcept { giveBack(memory); }
void operator delete[](void* memory, std::size_t) noexcept { giveBack(memory); }
