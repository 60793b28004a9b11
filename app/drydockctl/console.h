// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes UTF-8 text: results to standard output, messages and errors to standard error.
#pragma once

#include "model/domain/error.h"

#include <string>
#include <string_view>

namespace drydock::ctl {

void print(std::string_view text); // writes to standard output and flushes it
void printLine(std::string_view line);
void printMessage(std::string_view line); // writes a line to standard error
// Writes to standard error what failed, what that means, the detail, and what to do.
void printError(const domain::Error& error);

// Returns remote text on one line and safe for a terminal. A question mark replaces control characters (C0 and C1),
// characters that change the direction of writing, and bytes that are not UTF-8.
[[nodiscard]] std::string printable(std::string_view remote);
// The same for text of several lines.
[[nodiscard]] std::string printableLines(std::string_view text);

} // namespace drydock::ctl
