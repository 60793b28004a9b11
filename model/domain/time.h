// A point in time: UTC, milliseconds. The domain takes it as an argument and never asks a clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

using Duration = std::chrono::milliseconds;
using Time = std::chrono::sys_time<Duration>;

// "2026-11-22T14:00:00Z", with ".123" only where there are milliseconds.
[[nodiscard]] std::string toIso(Time time);
// ISO 8601 with 'Z', an offset, or none (then UTC); fractions beyond milliseconds are cut. Empty when it is not a time.
[[nodiscard]] std::optional<Time> fromIso(std::string_view text);

} // namespace drydock::domain
