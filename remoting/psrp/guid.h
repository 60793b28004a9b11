// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The identifier of a pool, pipeline or message, in its printed form and in .NET's byte order.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::psrp {

struct Guid {
    std::array<std::uint8_t, 16> bytes{}; // in printed order

    [[nodiscard]] bool isNil() const noexcept { return *this == Guid{}; }
    // Returns "8b2d7c52-3f0e-4d86-9a0f-6d1a5d1f0c11". WS-Management wants upper case for ShellId and CommandId.
    [[nodiscard]] std::string toString() const;
    [[nodiscard]] std::string toUpperString() const;
    // Accepts upper and lower case, braces and the prefix "uuid:". Returns nothing for any other text.
    [[nodiscard]] static std::optional<Guid> parse(std::string_view text);

    // Appends sixteen bytes with the first three fields little-endian, as message headers have them.
    void appendTo(std::string& wire) const;
    [[nodiscard]] static Guid fromWire(std::string_view sixteenBytes);

    auto operator<=>(const Guid&) const = default;
};

// Makes new identifiers. It is passed in, so that a test can choose them.
using GuidSource = std::function<Guid()>;

// Returns a random identifier (version 4) from the system's generator. May be called from any thread.
[[nodiscard]] Guid randomGuid();

} // namespace drydock::psrp
