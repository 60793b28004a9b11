// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Preloaded into a program, makes the time of its system run DRYDOCK_TEST_TIME_SCALE times as fast from the first look
// on, and DRYDOCK_TEST_TIME_OFFSET seconds ahead. The monotonic clock keeps its speed, and with it every time-out of a
// connection.
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>
#include <sys/time.h>

namespace {

using Nanoseconds = long long;
constexpr Nanoseconds aSecond = 1'000'000'000;

Nanoseconds setting(const char* variable, Nanoseconds otherwise)
{
    const char* value = std::getenv(variable);
    return value == nullptr ? otherwise : std::atoll(value);
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
    static const Nanoseconds factor = setting("DRYDOCK_TEST_TIME_SCALE", 1);
    static const Nanoseconds ahead = setting("DRYDOCK_TEST_TIME_OFFSET", 0) * aSecond;
    const Nanoseconds scaled = start + ahead + (now - start) * factor;
    time->tv_sec = scaled / aSecond;
    time->tv_nsec = scaled % aSecond;
    return result;
}

// Kerberos reads its time by the two functions below. It is ahead too, and as fast as ever: a ticket is compared with
// the time of other computers.
extern "C" int gettimeofday(timeval* time, void* zone) noexcept
{
    using Function = int (*)(timeval*, void*);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "gettimeofday"));
    const int result = real(time, zone);
    if (result == 0 && time != nullptr) time->tv_sec += setting("DRYDOCK_TEST_TIME_OFFSET", 0);
    return result;
}

extern "C" time_t time(time_t* seconds) noexcept
{
    timeval now{};
    gettimeofday(&now, nullptr);
    if (seconds != nullptr) *seconds = now.tv_sec;
    return now.tv_sec;
}
