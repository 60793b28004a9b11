// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The result of one pre-flight check.
#pragma once

namespace drydock::maintenance {

enum class CheckResult { Pass, Warn, Block };
[[nodiscard]] const char* toString(CheckResult result) noexcept; // "pass", "warn", "block"

} // namespace drydock::maintenance
