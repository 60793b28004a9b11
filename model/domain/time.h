// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A point in time in UTC, in milliseconds, and its text. The domain reads no clock: times are passed in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

using Duration = std::chrono::milliseconds;
using Time = std::chrono::sys_time<Duration>;

// Returns "2026-11-22T14:00:00Z", or "2026-11-22T14:00:00.123Z" if the time has milliseconds.
[[nodiscard]] std::string toIso(Time time);
// Reads a time of ISO 8601 with 'Z', with an offset, or without one, which means UTC. Digits beyond milliseconds are
// cut off. Returns empty if the text is not a time.
[[nodiscard]] std::optional<Time> fromIso(std::string_view text);

} // namespace drydock::domain
