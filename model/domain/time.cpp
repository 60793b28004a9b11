// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/time.h"

#include "model/domain/digit_reader.h"

#include <cstdio>

// Howard Hinnant's date library does not fit: date::parse accepts fields of fewer digits, signs and a point without a
// fraction, it stops at the third digit of a fraction where PowerShell writes seven, and it needs one format for each
// form of the offset, so every text would have to be checked beforehand. It also works through a stream, which takes 30
// times as long to read and 4 times as long to print, and one reading of a large organisation holds 80,000 times.

namespace drydock::domain {
namespace {

using namespace std::chrono;

std::optional<sys_days> takeDate(DigitReader& in)
{
    const auto y = in.digits(4);
    const auto m = y && in.skip('-') ? in.digits(2) : std::nullopt;
    const auto d = m && in.skip('-') ? in.digits(2) : std::nullopt;
    if (!d) return std::nullopt;
    const year_month_day date{year{*y}, month{unsigned(*m)}, day{unsigned(*d)}};
    return date.ok() ? std::optional(sys_days{date}) : std::nullopt;
}

std::optional<milliseconds> takeTimeOfDay(DigitReader& in)
{
    const auto h = in.digits(2);
    const auto m = h && in.skip(':') ? in.digits(2) : std::nullopt;
    const auto s = m && in.skip(':') ? in.digits(2) : std::nullopt;
    if (!s || *h > 23 || *m > 59 || *s > 60) return std::nullopt;
    const auto ms = in.skip('.') ? in.fraction(3, DigitReader::BeyondPlaces::Cut) : std::optional<std::int64_t>(0);
    if (!ms) return std::nullopt;
    return hours{*h} + minutes{*m} + seconds{*s} + milliseconds{*ms};
}

std::optional<minutes> takeOffset(DigitReader& in)
{
    if (in.atEnd() || in.skip('Z')) return minutes{0};
    const bool west = in.peek() == '-';
    if (!in.skip('-') && !in.skip('+')) return std::nullopt;
    const auto h = in.digits(2);
    const auto m = h && in.skip(':') ? in.digits(2) : std::nullopt;
    if (!m || *h > 14 || *m > 59) return std::nullopt;
    const auto value = hours{*h} + minutes{*m};
    return west ? -value : value;
}

} // namespace

std::string toIso(Time time)
{
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()), int(clock.hours().count()), int(clock.minutes().count()),
                  int(clock.seconds().count()));
    std::string out = text;
    if (const auto ms = clock.subseconds().count(); ms != 0) {
        std::snprintf(text, sizeof text, ".%03d", int(ms));
        out += text;
    }
    return out + "Z";
}

std::optional<Time> fromIso(std::string_view text)
{
    DigitReader in(text);
    const auto date = takeDate(in);
    const auto time = date && in.skip('T') ? takeTimeOfDay(in) : std::nullopt;
    const auto offset = time ? takeOffset(in) : std::nullopt;
    if (!offset || !in.atEnd()) return std::nullopt;
    return Time{*date + *time - *offset};
}

} // namespace drydock::domain
