// The texts of numbers, dates and the like: whether they are any, and how PowerShell would print them back.
#pragma once

#include "remoting/clixml/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace drydock::clixml {

// The text as PowerShell prints the value it reads from it ("05" -> "5", a date with an offset -> local time); empty
// where PowerShell refuses it. Texts that are no numbers or the like come back as they are.
[[nodiscard]] std::optional<std::string> canonicalText(Type type, std::string_view text);

// The element's name ("I32"); empty for Nil, objects and cycles.
[[nodiscard]] std::string_view elementName(Type type) noexcept;

} // namespace drydock::clixml
