#include "model/domain/time.h"

#include <cstdio>

namespace drydock::domain {
namespace {

using namespace std::chrono;

// Reads exactly `digits` decimal digits at `at` and moves past them.
std::optional<int> number(std::string_view text, std::size_t& at, int digits)
{
    int value = 0;
    for (int i = 0; i < digits; ++i, ++at) {
        if (at >= text.size() || text[at] < '0' || text[at] > '9') return std::nullopt;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

bool literal(std::string_view text, std::size_t& at, char c)
{
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
}

std::optional<milliseconds> fraction(std::string_view text, std::size_t& at)
{
    if (!literal(text, at, '.')) return milliseconds{0};
    int value = 0;
    int digits = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits)
        if (digits < 3) value = value * 10 + (text[at] - '0');
    if (digits == 0) return std::nullopt;
    for (int i = digits; i < 3; ++i)
        value *= 10;
    return milliseconds{value};
}

std::optional<minutes> offset(std::string_view text, std::size_t& at)
{
    if (at == text.size()) return minutes{0};
    if (text[at] == 'Z') {
        ++at;
        return minutes{0};
    }
    const bool west = text[at] == '-';
    if (!west && text[at] != '+') return std::nullopt;
    ++at;
    const auto h = number(text, at, 2);
    if (!h || !literal(text, at, ':')) return std::nullopt;
    const auto m = number(text, at, 2);
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
    std::size_t at = 0;
    const auto y = number(text, at, 4);
    if (!y || !literal(text, at, '-')) return std::nullopt;
    const auto mo = number(text, at, 2);
    if (!mo || !literal(text, at, '-')) return std::nullopt;
    const auto d = number(text, at, 2);
    if (!d || !literal(text, at, 'T')) return std::nullopt;
    const auto h = number(text, at, 2);
    if (!h || !literal(text, at, ':')) return std::nullopt;
    const auto mi = number(text, at, 2);
    if (!mi || !literal(text, at, ':')) return std::nullopt;
    const auto s = number(text, at, 2);
    if (!s) return std::nullopt;
    const auto ms = fraction(text, at);
    if (!ms) return std::nullopt;
    const auto zone = offset(text, at);
    if (!zone || at != text.size()) return std::nullopt;
    const year_month_day date{year{*y}, month{unsigned(*mo)}, day{unsigned(*d)}};
    if (!date.ok() || *h > 23 || *mi > 59 || *s > 60) return std::nullopt;
    return Time{sys_days{date} + hours{*h} + minutes{*mi} + seconds{*s} + *ms - *zone};
}

} // namespace drydock::domain
