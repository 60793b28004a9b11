// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes untrusted bytes valid UTF-8: every malformed byte becomes U+FFFD.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

// Returns `bytes` with every malformed byte replaced; empty if all bytes are well-formed (Unicode 15, table 3-7).
[[nodiscard]] std::optional<std::string> repairedUtf8(std::string_view bytes);
[[nodiscard]] std::string toValidUtf8(std::string_view bytes);

} // namespace drydock::domain
