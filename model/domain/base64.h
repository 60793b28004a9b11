// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Encodes and decodes base64 as envelopes and HTTP headers hold it: the alphabet is strict, white space is skipped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

[[nodiscard]] std::string toBase64(std::string_view bytes);
// Returns the bytes; empty if `text` is not base64 (a foreign character, a wrong length, data after the padding).
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace drydock::domain
