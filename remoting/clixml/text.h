// Text as CLIXML carries it: _xHHHH_ units, XML references, and bytes that are to become well-formed UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock::clixml {

// Appends `text` as the content of an element: controls, surrogate halves and a literal "_x" as _xHHHH_, then & < > as
// references (and " where it is an attribute's value). Takes UTF-8 with lone halves (WTF-8).
void appendEscaped(std::string& out, std::string_view text, bool attribute = false);

// Replaces &lt; &#65; &#x41; … ; empty where one is not declared by XML itself, or stands for NUL or no character.
[[nodiscard]] std::optional<std::string> withoutReferences(std::string_view text);

// Replaces every _xHHHH_ and _xHHHHHHHH_ in one pass; halves that meet become one character, others stay as WTF-8.
[[nodiscard]] std::string withoutUnits(std::string_view text);

// Appends one code point as UTF-8; a surrogate half as its three bytes of WTF-8.
void appendCodePoint(std::string& out, char32_t codePoint);

// One code point of well-formed WTF-8, moving `position` behind it.
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t& position) noexcept;

// UTF-16 without its byte order mark as UTF-8; halves that stand alone become U+FFFD.
[[nodiscard]] std::string fromUtf16(std::string_view bytes, bool bigEndian);

} // namespace drydock::clixml
