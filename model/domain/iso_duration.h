// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads and writes durations of ISO 8601 as XML Schema and .NET write them ("P1DT2H3M4.5S").
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

namespace drydock::domain {

// The unit of a TimeSpan of .NET: 100 ns.
using Ticks = std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;

// Says how to read years and months, which have no fixed length. .NET counts 365 and 30 days.
enum class CalendarUnits { Refused, AsDotNet };

// Reads xsd:duration: at least one unit, the units in order, each at most once. Only the seconds may have a fraction;
// digits beyond a tick are cut off. Returns empty if the text is malformed or does not fit into a TimeSpan.
[[nodiscard]] std::optional<Ticks> fromIsoDuration(std::string_view text,
                                                   CalendarUnits calendar = CalendarUnits::Refused);
// Writes the duration as .NET does: days, hours, minutes and seconds, without units that are zero; "PT0S" for zero.
[[nodiscard]] std::string toIsoDuration(Ticks duration);
// Writes seconds and milliseconds only ("PT7200S", "PT1.050S"), as clients of WS-Management write a time-out.
[[nodiscard]] std::string toIsoSeconds(std::chrono::milliseconds duration);

// Writes a fraction of a second, given as 0 to 9,999,999 ticks, with its point and without trailing zeros. Returns an
// empty text for 0.
[[nodiscard]] std::string fractionOfSecond(std::int64_t ticks);

} // namespace drydock::domain
