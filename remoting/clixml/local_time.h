// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The computer's local time at a moment, which C++20 without a time zone database leaves to the system.
#pragma once

#include <ctime>
#include <optional>

namespace drydock::clixml {

// May be called from any thread. Empty when the system cannot tell.
[[nodiscard]] std::optional<std::tm> localTime(std::time_t moment);

} // namespace drydock::clixml
