// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes UTF-8 text: results to standard output, messages and errors to standard error.
#pragma once

#include "model/domain/error.h"
#include "model/domain/visible_text.h"

#include <string>
#include <string_view>

namespace drydock::ctl {

void print(std::string_view text); // writes to standard output and flushes it
void printLine(std::string_view line);
void printMessage(std::string_view line); // writes one line to standard error, which remote text cannot divide
// Writes to standard error what failed, what that means, the detail, and what to do.
void printError(const domain::Error& error);

[[nodiscard]] inline std::string printable(std::string_view remote) { return domain::visibleText(remote); }
[[nodiscard]] inline std::string printableLines(std::string_view text) { return domain::visibleLines(text); }

} // namespace drydock::ctl
