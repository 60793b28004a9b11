// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Preloaded into a program, makes the time of its system run DRYDOCK_TEST_TIME_SCALE times as fast from the first look
// on. The monotonic clock keeps its speed, and with it every time-out of a connection.
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>

namespace {

using Nanoseconds = long long;
constexpr Nanoseconds aSecond = 1'000'000'000;

Nanoseconds scale()
{
    const char* value = std::getenv("DRYDOCK_TEST_TIME_SCALE");
    return value == nullptr ? 1 : std::atoll(value);
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept
{
    using Function = int (*)(clockid_t, timespec*);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "clock_gettime"));
    const int result = real(clock, time);
    if (result != 0 || clock != CLOCK_REALTIME) return result;
    const Nanoseconds now = time->tv_sec * aSecond + time->tv_nsec;
    static const Nanoseconds start = now;
    static const Nanoseconds factor = scale();
    const Nanoseconds scaled = start + (now - start) * factor;
    time->tv_sec = scaled / aSecond;
    time->tv_nsec = scaled % aSecond;
    return result;
}
