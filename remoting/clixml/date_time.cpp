// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/date_time.h"

#include "model/domain/digit_reader.h"
#include "model/domain/iso_duration.h"
#include "remoting/clixml/local_time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>

namespace drydock::clixml {

namespace {

using domain::DigitReader;

// .NET counts time in ticks of 100 ns.
constexpr std::int64_t ticksPerSecond = 10'000'000;
constexpr std::int64_t ticksPerDay = 86'400 * ticksPerSecond;

struct Moment {
    std::int64_t ticks = 0;    // since 0001-01-01, in the moment's own offset
    std::optional<int> offset; // minutes ahead of UTC; nothing = unspecified
    bool utc = false;          // written with Z
};

constexpr std::int64_t unixEpochTicks = 719'162 * ticksPerDay; // 1970-01-01
constexpr std::int64_t lastTick = 3'652'059 * ticksPerDay - 1;

std::optional<std::int64_t> date(DigitReader& in)
{
    const auto year = in.digits(4);
    if (!year) return std::nullopt;
    const auto month = in.skip('-') ? in.digits(2) : std::optional(1);
    if (!month) return std::nullopt;
    const auto day = in.skip('-') ? in.digits(2) : std::optional(1);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day value(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                            std::chrono::day(static_cast<unsigned>(*day)));
    if (!value.ok() || *year == 0) return std::nullopt;
    return std::chrono::sys_days(value).time_since_epoch().count() * ticksPerDay + unixEpochTicks;
}

std::optional<std::int64_t> timeOfDay(DigitReader& in)
{
    const auto hour = in.digits(2);
    const auto minute = hour && in.skip(':') ? in.digits(2) : std::nullopt;
    const auto second = minute && in.skip(':') ? in.digits(2) : std::nullopt;
    if (!second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    const auto fraction =
        in.skip('.') ? in.fraction(7, DigitReader::BeyondPlaces::Round) : std::optional<std::int64_t>(0);
    if (!fraction) return std::nullopt;
    return ((*hour * 60 + *minute) * 60 + *second) * ticksPerSecond + *fraction;
}

bool zone(DigitReader& in, Moment& moment)
{
    if (in.atEnd()) return true;
    if (in.skip('Z') || in.skip('z')) {
        moment.utc = true;
        return in.atEnd();
    }
    const bool negative = in.peek() == '-';
    if (!in.skip('-') && !in.skip('+')) return false;
    const auto hours = in.digits(2);
    const auto minutes = hours && in.skip(':') ? in.digits(2) : std::nullopt;
    if (!minutes || *hours > 23 || *minutes > 59) return false;
    moment.offset = (*hours * 60 + *minutes) * (negative ? -1 : 1);
    return in.atEnd();
}

// Returns by how many minutes local time is ahead of UTC at that moment.
int localOffset(std::int64_t utcTicks)
{
    const std::time_t seconds = (utcTicks - unixEpochTicks) / ticksPerSecond;
    const auto local = localTime(seconds);
    if (!local) return 0;
    const std::chrono::year_month_day day(std::chrono::year(local->tm_year + 1900),
                                          std::chrono::month(static_cast<unsigned>(local->tm_mon + 1)),
                                          std::chrono::day(static_cast<unsigned>(local->tm_mday)));
    const std::int64_t minutes = std::int64_t{std::chrono::sys_days(day).time_since_epoch().count()} * 1440 +
                                 std::int64_t{local->tm_hour} * 60 + local->tm_min;
    return static_cast<int>(minutes - (seconds - (seconds % 60 + 60) % 60) / 60);
}

template <class... T> void appendFormatted(std::string& out, const char* format, T... arguments)
{
    std::array<char, 40> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, arguments...);
    out.append(buffer.data(), static_cast<std::size_t>(length));
}

std::string printed(std::int64_t ticks)
{
    const std::chrono::year_month_day day{
        std::chrono::sys_days(std::chrono::days((ticks - (ticks % ticksPerDay) - unixEpochTicks) / ticksPerDay))};
    const long long seconds = ticks % ticksPerDay / ticksPerSecond;
    std::string out;
    appendFormatted(out, "%04d-%02u-%02uT", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                    static_cast<unsigned>(day.day()));
    appendFormatted(out, "%02lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return out += domain::fractionOfSecond(ticks % ticksPerSecond);
}

} // namespace

std::optional<std::string> canonicalDateTime(std::string_view text)
{
    DigitReader in(text);
    const auto day = date(in);
    if (!day) return std::nullopt;
    const auto time = in.skip('T') ? timeOfDay(in) : std::optional<std::int64_t>(0);
    Moment moment;
    if (!time || !zone(in, moment)) return std::nullopt;
    moment.ticks = *day + *time;
    if (moment.ticks > lastTick) return std::nullopt;
    if (moment.utc) return printed(moment.ticks) + 'Z';
    if (!moment.offset) return printed(moment.ticks);
    const std::int64_t utc =
        std::clamp<std::int64_t>(moment.ticks - std::int64_t{*moment.offset} * 60 * ticksPerSecond, 0, lastTick);
    const int offset = localOffset(utc);
    std::string out = printed(std::clamp<std::int64_t>(utc + std::int64_t{offset} * 60 * ticksPerSecond, 0, lastTick));
    appendFormatted(out, "%c%02d:%02d", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
    return out;
}

std::optional<std::string> canonicalDuration(std::string_view text)
{
    const auto duration = domain::fromIsoDuration(text, domain::CalendarUnits::AsDotNet);
    return duration ? std::optional(domain::toIsoDuration(*duration)) : std::nullopt;
}

} // namespace drydock::clixml
