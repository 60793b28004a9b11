// The identifiers of pools, pipelines and messages, in their printed form and in .NET's byte order.
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
    std::array<std::uint8_t, 16> bytes{}; // in the order they are printed

    [[nodiscard]] bool isNil() const noexcept { return *this == Guid{}; }
    // "8b2d7c52-3f0e-4d86-9a0f-6d1a5d1f0c11"; upper case is what WS-Management wants for ShellId and CommandId.
    [[nodiscard]] std::string toString() const;
    [[nodiscard]] std::string toUpperString() const;
    // With or without braces and "uuid:", any case.
    [[nodiscard]] static std::optional<Guid> parse(std::string_view text);

    // Sixteen bytes with the first three fields little-endian, as in message headers.
    void appendTo(std::string& wire) const;
    [[nodiscard]] static Guid fromWire(std::string_view sixteenBytes);

    auto operator<=>(const Guid&) const = default;
};

// Where new identifiers come from: passed in, so that a test can foretell them.
using GuidSource = std::function<Guid()>;

// Random ones (version 4) from the system's generator.
[[nodiscard]] Guid randomGuid();

} // namespace drydock::psrp
