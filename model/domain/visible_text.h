// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes remote text fit to leave the program: for windows, terminals, logs, reports, tables in files and file names.
#pragma once

#include <string>
#include <string_view>

namespace drydock::domain {

// Returns the text on one line and in valid UTF-8. Line ends and tabs become spaces, each hidden character becomes its
// code, as in "\u{202E}", and malformed bytes become U+FFFD.
[[nodiscard]] std::string visibleText(std::string_view remote);
// Does the same but keeps line ends.
[[nodiscard]] std::string visibleLines(std::string_view remote);
// Returns a JSON document in which each hidden character is written as an escape, so that it keeps its meaning.
[[nodiscard]] std::string visibleJson(std::string_view json);
// Returns visible text for a cell of CSV, with an apostrophe before it if a spreadsheet would evaluate it as a formula
// (OWASP, "CSV injection"). Numbers stay as they are.
[[nodiscard]] std::string cellText(std::string_view remote);
// Returns that cell as a field of CSV, in quotes where it needs them (RFC 4180).
[[nodiscard]] std::string csvField(std::string_view remote);
// Returns the text as the name of a file in any folder: without separators, and with nothing that a system reserves.
[[nodiscard]] std::string fileNameText(std::string_view remote);

} // namespace drydock::domain
