// Dates and durations of XML Schema as .NET reads and prints them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock::clixml {

// xsd:dateTime, date, gYearMonth or gYear; one with an offset becomes local time, as XmlConvert's round trip does.
[[nodiscard]] std::optional<std::string> canonicalDateTime(std::string_view text);
// xsd:duration within a TimeSpan; a year counts 365 days and a month 30, as .NET has it.
[[nodiscard]] std::optional<std::string> canonicalDuration(std::string_view text);

} // namespace drydock::clixml
