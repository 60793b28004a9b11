// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The pieces of which reports are made.
#pragma once

#include "model/domain/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::maintenance::report_text {

[[nodiscard]] std::string timeText(const std::optional<domain::Time>& time); // "-" without one
// Returns minutes and seconds, "12:05"; "-" where one of the times is not known.
[[nodiscard]] std::string elapsed(const std::optional<domain::Time>& from, const std::optional<domain::Time>& to);
[[nodiscard]] std::string escaped(std::string_view text); // for HTML, with what hides made visible

// The beginning of a page, with its title as heading and a table of names and values; those without a value are left
// out. A page ends with pageEnd().
[[nodiscard]] std::string pageBegin(const std::string& title,
                                    const std::vector<std::pair<std::string, std::string>>& head);
[[nodiscard]] std::string pageEnd();
[[nodiscard]] std::string listAsHtml(const char* heading, const std::vector<std::string>& lines);

} // namespace drydock::maintenance::report_text
