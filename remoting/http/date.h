// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The time in a Date header (RFC 9110, 5.6.7), in the one form that is written today.
#pragma once

#include "model/domain/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace drydock::http {

// Returns "Sun, 22 Nov 2026 14:00:00 GMT"; what is below a second is cut off.
[[nodiscard]] std::string printDate(domain::Time time);
// Empty if the text is of another form.
[[nodiscard]] std::optional<domain::Time> readDate(std::string_view text);

} // namespace drydock::http
