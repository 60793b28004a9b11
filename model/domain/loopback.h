// Whether a host is this machine, told by its name or address alone.
#pragma once

#include <string_view>

namespace drydock::domain {

// "localhost", 127.0.0.0/8 and ::1, also in brackets. No name is looked up; one that looks like an address is none.
[[nodiscard]] bool isLoopback(std::string_view host) noexcept;

} // namespace drydock::domain
