// Standard output and standard error, in UTF-8; results to the first, everything else to the second.
#pragma once

#include "model/domain/error.h"

#include <string>
#include <string_view>

namespace drydock::ctl {

void print(std::string_view text);     // results, flushed
void printLine(std::string_view line);
void tell(std::string_view line);      // to the person: standard error
// What happened, what it means, what to do.
void tell(const domain::Error& error);

// Remote text made safe for a terminal: control characters become visible.
[[nodiscard]] std::string printable(std::string_view remote);

} // namespace drydock::ctl
