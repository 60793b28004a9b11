// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The times of --not-before and --stop-before.
#pragma once

#include "model/domain/time.h"

#include <optional>
#include <string>

namespace drydock::ctl {

// Reads "04:00", the next time that a clock on the wall shows it after `now`, or a whole time with its zone:
// "2026-11-22T04:00:00Z", "2026-11-22T04:00+01:00". Returns nothing for other text.
[[nodiscard]] std::optional<domain::Time> clockTime(const std::string& text, domain::Time now);

} // namespace drydock::ctl
