// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// UTF-8: made valid of untrusted bytes, where every malformed byte becomes U+FFFD, and of code points.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

// Returns `bytes` with every malformed byte replaced; empty if all bytes are well-formed (Unicode 15, table 3-7).
[[nodiscard]] std::optional<std::string> repairedUtf8(std::string_view bytes);
[[nodiscard]] std::string toValidUtf8(std::string_view bytes);

// Appends one code point as UTF-8, a surrogate half as three bytes of WTF-8.
void appendCodePoint(std::string& out, char32_t codePoint);

} // namespace drydock::domain
