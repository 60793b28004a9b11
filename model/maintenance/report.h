// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes the report of a run (what was done, when, with which evidence) as plain text, JSON or HTML.
#pragma once

#include "model/maintenance/journal_record.h"

#include <string>

namespace drydock::maintenance {

[[nodiscard]] std::string reportAsText(const RunState& state);
[[nodiscard]] std::string reportAsJson(const RunState& state);
// Returns one self-contained page. Every remote text is escaped.
[[nodiscard]] std::string reportAsHtml(const RunState& state);

} // namespace drydock::maintenance
