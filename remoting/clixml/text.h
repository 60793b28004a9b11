// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Encodes and decodes the text of CLIXML: _xHHHH_ units, XML references and UTF-16.
#pragma once

#include "model/domain/utf8.h"

#include <optional>
#include <string>
#include <string_view>

namespace drydock::clixml {

// Appends `text` as the content of an element. Control characters, surrogate halves and a literal "_x" become _xHHHH_;
// & < > become references, and so does " in an attribute's value. `text` is UTF-8 in which lone surrogate halves may
// stand (WTF-8).
void appendEscaped(std::string& out, std::string_view text, bool attribute = false);

// Replaces references such as &lt; &#65; &#x41;. Returns nothing where XML does not declare a reference or it is not a
// valid character.
[[nodiscard]] std::optional<std::string> withoutReferences(std::string_view text);

// Replaces every _xHHHH_ and _xHHHHHHHH_ in one pass. Adjacent surrogate halves become one character; a lone half stays
// as WTF-8.
[[nodiscard]] std::string withoutUnits(std::string_view text);

using domain::appendCodePoint;

// Returns the code point at `position` of well-formed WTF-8 and advances `position` to the next one.
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t& position) noexcept;

// Converts UTF-16 without byte order mark to UTF-8. A lone surrogate half becomes U+FFFD.
[[nodiscard]] std::string fromUtf16(std::string_view bytes, bool bigEndian);

} // namespace drydock::clixml
