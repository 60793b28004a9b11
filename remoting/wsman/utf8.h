// Makes text of a stranger safe to pass on: whatever is not UTF-8 becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace drydock::wsman {

[[nodiscard]] std::string toValidUtf8(std::string_view text);

} // namespace drydock::wsman
