// Base64 as it stands in envelopes and HTTP headers: strict in its alphabet, forgiving about white space.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

[[nodiscard]] std::string toBase64(std::string_view bytes);
// Empty when it is not base64 (a foreign character, a wrong length, data after the padding).
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace drydock::domain
