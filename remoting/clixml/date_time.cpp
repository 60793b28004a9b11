#include "remoting/clixml/date_time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <limits>
#include <utility>

namespace drydock::clixml {

namespace {

// .NET counts time in ticks of 100 ns.
constexpr std::int64_t kSecond = 10'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;

// Reads a text from left to right.
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool skip(char c)
    {
        if (peek() != c || m_rest.empty()) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    // Exactly `count` digits.
    std::optional<int> digits(std::size_t count)
    {
        if (m_rest.size() < count) return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_rest[i] < '0' || m_rest[i] > '9') return std::nullopt;
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }
    // As many digits as there are, at least one.
    std::optional<std::int64_t> number()
    {
        std::int64_t value = 0;
        std::size_t i = 0;
        for (; i < m_rest.size() && m_rest[i] >= '0' && m_rest[i] <= '9'; ++i) {

            value = value * 10 + (m_rest[i] - '0');
            if (value > std::numeric_limits<std::int32_t>::max()) return std::nullopt; // as .NET counts
        }
        if (i == 0) return std::nullopt;
        m_rest.remove_prefix(i);
        return value;
    }
    // Digits behind a point as ticks; the eighth rounds where `rounding`, and is cut where not.
    std::optional<std::int64_t> fraction(bool rounding)
    {
        std::int64_t value = 0;
        std::size_t i = 0;
        for (; i < m_rest.size() && m_rest[i] >= '0' && m_rest[i] <= '9'; ++i) {
            if (i < 7) value = value * 10 + (m_rest[i] - '0');
            if (i == 7 && rounding && m_rest[i] >= '5') ++value;
        }
        if (i == 0) return std::nullopt;
        for (std::size_t k = i; k < 7; ++k)
            value *= 10;
        m_rest.remove_prefix(i);
        return value;
    }

private:
    std::string_view m_rest;
};

struct Moment {
    std::int64_t ticks = 0;    // since 0001-01-01, in its own offset
    std::optional<int> offset; // minutes; none = unspecified
    bool utc = false;          // written with Z
};

constexpr std::int64_t kEpoch = 719'162 * kDay; // 1970-01-01
constexpr std::int64_t kLast = 3'652'059 * kDay - 1;

std::optional<std::int64_t> date(Cursor& in)
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
    return std::chrono::sys_days(value).time_since_epoch().count() * kDay + kEpoch;
}

std::optional<std::int64_t> timeOfDay(Cursor& in)
{
    const auto hour = in.digits(2);
    const auto minute = hour && in.skip(':') ? in.digits(2) : std::nullopt;
    const auto second = minute && in.skip(':') ? in.digits(2) : std::nullopt;
    if (!second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    const auto fraction = in.skip('.') ? in.fraction(true) : std::optional<std::int64_t>(0);
    if (!fraction) return std::nullopt;
    return ((*hour * 60 + *minute) * 60 + *second) * kSecond + *fraction;
}

bool zone(Cursor& in, Moment& moment)
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

// Minutes that local time is ahead of UTC at that moment.
int localOffset(std::int64_t utcTicks)
{
    const std::time_t seconds = (utcTicks - kEpoch) / kSecond;
    std::tm local{};
#ifdef _WIN32
    if (localtime_s(&local, &seconds) != 0) return 0;
#else
    if (localtime_r(&seconds, &local) == nullptr) return 0;
#endif
    const std::chrono::year_month_day day(std::chrono::year(local.tm_year + 1900),
                                          std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
                                          std::chrono::day(static_cast<unsigned>(local.tm_mday)));
    const std::int64_t minutes = std::int64_t{std::chrono::sys_days(day).time_since_epoch().count()} * 1440 +
                                 std::int64_t{local.tm_hour} * 60 + local.tm_min;
    return static_cast<int>(minutes - (seconds - (seconds % 60 + 60) % 60) / 60);
}

template <class... T> void appendFormatted(std::string& out, const char* format, T... arguments)
{
    std::array<char, 40> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, arguments...);
    out.append(buffer.data(), static_cast<std::size_t>(length));
}

void appendFraction(std::string& out, std::int64_t ticks)
{
    if (ticks == 0) return;
    appendFormatted(out, ".%07lld", static_cast<long long>(ticks));
    out.erase(out.find_last_not_of('0') + 1);
}

std::string printed(std::int64_t ticks)
{
    const std::chrono::year_month_day day{
        std::chrono::sys_days(std::chrono::days((ticks - (ticks % kDay) - kEpoch) / kDay))};
    const long long seconds = ticks % kDay / kSecond;
    std::string out;
    appendFormatted(out, "%04d-%02u-%02uT", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                    static_cast<unsigned>(day.day()));
    appendFormatted(out, "%02lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    appendFraction(out, ticks % kSecond);
    return out;
}

// The counts of a duration's letters up to `letters`' end; each may be absent, their order is fixed.
bool parts(Cursor& in, std::string_view letters, std::array<std::int64_t, 3>& counts, bool& any, std::int64_t& fraction)
{
    std::size_t next = 0;
    while (!in.atEnd() && in.peek() != 'T') {
        auto count = in.number();
        if (letters.back() == 'S' && in.skip('.')) { // either side of the point may be empty, not both
            const auto ticks = in.fraction(false);
            if ((!ticks && !count) || in.peek() != 'S') return false;
            fraction = ticks.value_or(0);
            count = count.value_or(0);
        }
        if (!count) return false;
        while (next < letters.size() && in.peek() != letters[next])
            ++next;
        if (next == letters.size()) return false;
        in.skip(letters[next]);
        counts[next++] = *count;
        any = true;
    }
    return true;
}

// The sum of all parts; empty where it does not fit.
std::optional<std::uint64_t> magnitude(const std::array<std::int64_t, 3>& date, const std::array<std::int64_t, 3>& time,
                                       std::int64_t fraction)
{
    const std::array<std::pair<std::int64_t, std::int64_t>, 6> terms{{{date[0], 365 * kDay},
                                                                      {date[1], 30 * kDay},
                                                                      {date[2], kDay},
                                                                      {time[0], 3600 * kSecond},
                                                                      {time[1], 60 * kSecond},
                                                                      {time[2], kSecond}}};
    auto sum = static_cast<std::uint64_t>(fraction);
    for (const auto& [count, unit] : terms) {
        const auto size = static_cast<std::uint64_t>(unit);
        const auto number = static_cast<std::uint64_t>(count);
        if (number > (std::numeric_limits<std::uint64_t>::max() - sum) / size) return std::nullopt;
        sum += number * size;
    }
    return sum;
}

std::string printedDuration(std::uint64_t ticks, bool negative)
{
    if (ticks == 0) return "PT0S";
    const auto left = [&ticks](std::int64_t unit) {
        const auto size = static_cast<std::uint64_t>(unit);
        const std::uint64_t count = ticks / size;
        ticks %= size;
        return count;
    };
    std::string out = negative ? "-P" : "P";
    if (const auto days = left(kDay); days != 0) out += std::to_string(days) + 'D';
    if (ticks == 0) return out;
    out += 'T';
    if (const auto hours = left(3600 * kSecond); hours != 0) out += std::to_string(hours) + 'H';
    if (const auto minutes = left(60 * kSecond); minutes != 0) out += std::to_string(minutes) + 'M';
    if (ticks == 0) return out;
    out += std::to_string(left(kSecond));
    appendFraction(out, static_cast<std::int64_t>(ticks));
    return out + 'S';
}

} // namespace

std::optional<std::string> canonicalDateTime(std::string_view text)
{
    Cursor in(text);
    const auto day = date(in);
    if (!day) return std::nullopt;
    const auto time = in.skip('T') ? timeOfDay(in) : std::optional<std::int64_t>(0);
    Moment moment;
    if (!time || !zone(in, moment)) return std::nullopt;
    moment.ticks = *day + *time;
    if (moment.ticks > kLast) return std::nullopt;
    if (moment.utc) return printed(moment.ticks) + 'Z';
    if (!moment.offset) return printed(moment.ticks);
    const std::int64_t utc =
        std::clamp<std::int64_t>(moment.ticks - std::int64_t{*moment.offset} * 60 * kSecond, 0, kLast);
    const int offset = localOffset(utc);
    std::string out = printed(std::clamp<std::int64_t>(utc + std::int64_t{offset} * 60 * kSecond, 0, kLast));
    appendFormatted(out, "%c%02d:%02d", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
    return out;
}

std::optional<std::string> canonicalDuration(std::string_view text)
{
    Cursor in(text);
    const bool negative = in.skip('-');
    std::array<std::int64_t, 3> days{};
    std::array<std::int64_t, 3> times{};
    std::int64_t fraction = 0;
    bool any = false;
    if (!in.skip('P') || !parts(in, "YMD", days, any, fraction)) return std::nullopt;
    if (in.skip('T')) {
        bool timed = false;
        if (!parts(in, "HMS", times, timed, fraction) || !timed) return std::nullopt;
        any = true;
    }
    if (!any || !in.atEnd()) return std::nullopt;
    const auto ticks = magnitude(days, times, fraction);
    const std::uint64_t most = (std::uint64_t{1} << 63) - (negative ? 0 : 1);
    if (!ticks || *ticks > most) return std::nullopt;
    return printedDuration(*ticks, negative);
}

} // namespace drydock::clixml
