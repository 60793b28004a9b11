// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/iso_duration.h"

#include "model/domain/digit_reader.h"

#include <array>
#include <limits>
#include <utility>

namespace drydock::domain {
namespace {

constexpr std::size_t tickPlaces = 7; // decimal places of a second

struct DurationUnit {
    char letter;
    bool ofTime; // it stands after the T
    std::uint64_t ticks;
};

constexpr std::uint64_t ticksPerSecond = 10'000'000;
constexpr std::uint64_t ticksPerDay = 86'400 * ticksPerSecond;
constexpr std::array durationUnits{
    DurationUnit{'Y', false, 365 * ticksPerDay},  DurationUnit{'M', false, 30 * ticksPerDay},
    DurationUnit{'D', false, ticksPerDay},        DurationUnit{'H', true, 3600 * ticksPerSecond},
    DurationUnit{'M', true, 60 * ticksPerSecond}, DurationUnit{'S', true, ticksPerSecond}};
constexpr std::size_t calendarUnits = 2; // the first ones

// Returns the unit with that letter, searched from `next` on, and moves `next` behind it; nullptr if there is none.
const DurationUnit* takeUnit(DigitReader& in, bool ofTime, std::size_t& next)
{
    while (next < durationUnits.size()) {
        const auto& unit = durationUnits[next++];
        if (unit.ofTime == ofTime && in.skip(unit.letter)) return &unit;
    }
    return nullptr;
}

bool addTo(std::uint64_t& sum, std::uint64_t count, std::uint64_t unit)
{
    if (count > (std::numeric_limits<std::uint64_t>::max() - sum) / unit) return false;
    sum += count * unit;
    return true;
}

// Reads one number and its unit.
bool takePart(DigitReader& in, bool ofTime, std::size_t& next, std::uint64_t& sum)
{
    auto count = in.number();
    std::int64_t fraction = 0;
    const bool pointed = ofTime && in.skip('.');
    if (pointed) { // one side of the point may be empty
        const auto ticks = in.fraction(tickPlaces, DigitReader::BeyondPlaces::Cut);
        if ((!ticks && !count) || in.peek() != 'S') return false;
        fraction = ticks.value_or(0);
        count = count.value_or(0);
    }
    if (!count) return false;
    const auto* unit = takeUnit(in, ofTime, next);
    return unit != nullptr && addTo(sum, static_cast<std::uint64_t>(*count), unit->ticks) &&
           addTo(sum, static_cast<std::uint64_t>(fraction), 1);
}

// Reads the magnitude, which follows the sign.
std::optional<std::uint64_t> magnitude(DigitReader& in, CalendarUnits calendar)
{
    if (!in.skip('P')) return std::nullopt;
    std::uint64_t sum = 0;
    std::size_t next = calendar == CalendarUnits::Refused ? calendarUnits : 0;
    bool ofTime = false;
    bool complete = false; // a unit follows the last "P" or "T"
    while (!in.atEnd()) {
        if (!ofTime && in.skip('T')) {
            ofTime = true;
            complete = false;
        } else if (!takePart(in, ofTime, next, sum)) {
            return std::nullopt;
        } else {
            complete = true;
        }
    }
    return complete ? std::optional(sum) : std::nullopt;
}

} // namespace

std::optional<Ticks> fromIsoDuration(std::string_view text, CalendarUnits calendar)
{
    DigitReader in(text);
    const bool negative = in.skip('-');
    const auto ticks = magnitude(in, calendar);
    const std::uint64_t most = (std::uint64_t{1} << 63) - (negative ? 0 : 1);
    if (!ticks || *ticks > most) return std::nullopt;
    return Ticks(static_cast<std::int64_t>(negative ? 0 - *ticks : *ticks));
}

std::string toIsoDuration(Ticks duration)
{
    if (duration == Ticks::zero()) return "PT0S";
    const bool negative = duration < Ticks::zero();
    auto left = static_cast<std::uint64_t>(duration.count());
    if (negative) left = 0 - left; // unsigned, because the magnitude of the smallest TimeSpan fits no signed type
    std::string out = negative ? "-P" : "P";
    bool ofTime = false;
    for (std::size_t i = calendarUnits; i < durationUnits.size(); ++i) {
        const auto& unit = durationUnits[i];
        const auto count = left / unit.ticks;
        const bool last = unit.letter == 'S';
        if (last ? left == 0 : count == 0) continue;
        left %= unit.ticks;
        if (unit.ofTime && !std::exchange(ofTime, true)) out += 'T';
        out += std::to_string(count);
        if (last) out += fractionOfSecond(static_cast<std::int64_t>(left));
        out += unit.letter;
    }
    return out;
}

std::string toIsoSeconds(std::chrono::milliseconds duration)
{
    std::string out = "PT" + std::to_string(duration.count() / 1000);
    if (const auto rest = duration.count() % 1000; rest != 0) {
        const auto digits = std::to_string(rest);
        out += "." + std::string(3 - digits.size(), '0') + digits;
    }
    return out + "S";
}

std::string fractionOfSecond(std::int64_t ticks)
{
    if (ticks == 0) return {};
    const auto digits = std::to_string(ticks);
    auto out = "." + std::string(tickPlaces - digits.size(), '0') + digits;
    out.erase(out.find_last_not_of('0') + 1);
    return out;
}

} // namespace drydock::domain
