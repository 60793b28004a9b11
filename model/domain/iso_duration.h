// Durations of ISO 8601 as XML Schema and .NET write them ("P1DT2H3M4.5S").
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

namespace drydock::domain {

// What a TimeSpan of .NET counts: 100 ns.
using Ticks = std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;

// Years and months have no fixed length. .NET counts 365 and 30 days.
enum class CalendarUnits { Refused, AsDotNet };

// Reads xsd:duration. The units stand in order, each at most once, with at least one; only the seconds have a fraction,
// of which ticks are kept. Empty when it is not that, or does not fit into a TimeSpan.
[[nodiscard]] std::optional<Ticks> fromIsoDuration(std::string_view text,
                                                   CalendarUnits calendar = CalendarUnits::Refused);
// As .NET prints it: days, hours, minutes and seconds, without those that are zero; "PT0S" for nothing.
[[nodiscard]] std::string toIsoDuration(Ticks duration);
// Seconds and milliseconds alone ("PT7200S", "PT1.050S"), as clients of WS-Management write a time-out.
[[nodiscard]] std::string toIsoSeconds(std::chrono::milliseconds duration);

// The fraction of a second in `ticks`, 0 to 9,999,999, with its point and without trailing zeros; empty for none.
[[nodiscard]] std::string fractionOfSecond(std::int64_t ticks);

} // namespace drydock::domain
