// The report of a run: what was done, when, with which proof; as plain text, JSON and HTML.
#pragma once

#include "model/maintenance/journal_record.h"

#include <string>

namespace drydock::maintenance {

[[nodiscard]] std::string reportAsText(const RunState& state);
[[nodiscard]] std::string reportAsJson(const RunState& state);
// Self-contained; every remote text escaped.
[[nodiscard]] std::string reportAsHtml(const RunState& state);

} // namespace drydock::maintenance
