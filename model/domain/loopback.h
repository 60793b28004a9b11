// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Decides by a host's name or address alone whether it is this machine.
#pragma once

#include <string_view>

namespace drydock::domain {

// Returns true for "localhost", 127.0.0.0/8 and ::1, also in brackets. It looks no name up; names that only resemble an
// address ("127.evil.example") return false.
[[nodiscard]] bool isLoopback(std::string_view host) noexcept;

} // namespace drydock::domain
