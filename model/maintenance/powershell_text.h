// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Text as PowerShell source. Nothing in it is executed, whatever it says.
#pragma once

#include <string>

namespace drydock::maintenance {

// Returns the text in single quotes. Quotes inside it, also the typographic ones that PowerShell accepts, are doubled.
[[nodiscard]] std::string literal(const std::string& text);
// Returns the text as an argument: without quotes if PowerShell reads it as one string.
[[nodiscard]] std::string argument(const std::string& text);
// Returns the text as one comment line with its line end.
[[nodiscard]] std::string comment(std::string text);

} // namespace drydock::maintenance
