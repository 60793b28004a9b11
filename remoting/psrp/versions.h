// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The versions that both ends announce in SESSION_CAPABILITY (protocol.md 2.11).
#pragma once

#include "model/domain/result.h"
#include "remoting/clixml/value.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::psrp {

struct Version {
    int major = 0;
    int minor = 0;

    [[nodiscard]] std::string toString() const { return std::to_string(major) + '.' + std::to_string(minor); }
    // Ignores text after the second number. Returns nothing where there are not two numbers.
    [[nodiscard]] static std::optional<Version> parse(std::string_view text);
    auto operator<=>(const Version&) const = default;
};

struct Versions {
    Version protocol{2, 3};
    Version powerShell{2, 0};
    Version serialization{1, 1};

    bool operator==(const Versions&) const = default;
};

[[nodiscard]] clixml::Value sessionCapability(const Versions& versions);
// Malformed: a version is missing or cannot be read.
[[nodiscard]] domain::Result<Versions> versionsFrom(const clixml::Value& sessionCapability);

} // namespace drydock::psrp
