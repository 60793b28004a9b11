// What two ends say of themselves in SESSION_CAPABILITY, and what follows for the messages (protocol.md 2.11).
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
    [[nodiscard]] static std::optional<Version>
    parse(std::string_view text); // what follows the second number is ignored
    auto operator<=>(const Version&) const = default;
};

struct Versions {
    Version protocol{2, 3};
    Version powerShell{2, 0};
    Version serialization{1, 1};

    bool operator==(const Versions&) const = default;
};

[[nodiscard]] clixml::Value sessionCapability(const Versions& versions);
[[nodiscard]] domain::Result<Versions> versionsFrom(const clixml::Value& sessionCapability);

} // namespace drydock::psrp
