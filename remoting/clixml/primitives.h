// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Checks the texts of numbers, dates and other primitives, and prints them as PowerShell does.
#pragma once

#include "remoting/clixml/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace drydock::clixml {

// Returns the text in the form in which PowerShell prints the value ("05" becomes "5", a date with an offset becomes
// local time); nothing where PowerShell refuses it. The text of any other type is returned unchanged.
[[nodiscard]] std::optional<std::string> canonicalText(Type type, std::string_view text);

// Returns the name of the element ("I32"); empty for Nil, objects and cycles.
[[nodiscard]] std::string_view elementName(Type type) noexcept;

} // namespace drydock::clixml
