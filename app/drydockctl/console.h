// Standard output and standard error, in UTF-8; results to the first, everything else to the second.
#pragma once

#include "model/domain/error.h"

#include <string>
#include <string_view>

namespace drydock::ctl {

void print(std::string_view text); // results, flushed
void printLine(std::string_view line);
void tell(std::string_view line); // to the person: standard error
// What happened, what it means, what to do.
void tell(const domain::Error& error);

// Remote text made safe for a terminal, on one line: a question mark stands for control characters (C1 as well), for
// what changes the direction of writing, and for bytes that are no UTF-8.
[[nodiscard]] std::string printable(std::string_view remote);
// The same for text of several lines.
[[nodiscard]] std::string printableLines(std::string_view text);

} // namespace drydock::ctl
