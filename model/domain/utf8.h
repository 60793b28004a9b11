// Makes bytes of a stranger safe to pass on as text: whatever is not UTF-8 becomes U+FFFD.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

// `bytes` with every malformed byte replaced; empty where they were well-formed already (Unicode 15, table 3-7).
[[nodiscard]] std::optional<std::string> repairedUtf8(std::string_view bytes);
[[nodiscard]] std::string toValidUtf8(std::string_view bytes);

} // namespace drydock::domain
