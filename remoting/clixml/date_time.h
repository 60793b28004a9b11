// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts dates and durations of XML Schema to the form in which .NET prints them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock::clixml {

// Returns an xsd:dateTime, date, gYearMonth or gYear as .NET prints it; nothing where the text is not one. A time with
// an offset is converted to local time, as XmlConvert's round trip does.
[[nodiscard]] std::optional<std::string> canonicalDateTime(std::string_view text);
// Returns an xsd:duration in .NET's form; nothing where the text is not one or does not fit a TimeSpan. A year counts
// 365 days and a month 30, as in .NET.
[[nodiscard]] std::optional<std::string> canonicalDuration(std::string_view text);

} // namespace drydock::clixml
