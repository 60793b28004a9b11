// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/versions.h"

#include "remoting/psrp/payloads.h"

#include <charconv>

namespace drydock::psrp {

using clixml::Value;

std::optional<Version> Version::parse(std::string_view text)
{
    Version version;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, version.major);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '.') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, version.minor);
    if (second.ec != std::errc{} || (second.ptr != end && *second.ptr != '.')) return std::nullopt;
    return version.major < 0 || version.minor < 0 ? std::nullopt : std::optional(version);
}

Value sessionCapability(const Versions& versions)
{
    return record({{"protocolversion", Value::version(versions.protocol.toString())},
                   {"PSVersion", Value::version(versions.powerShell.toString())},
                   {"SerializationVersion", Value::version(versions.serialization.toString() + ".0.1")}});
}

domain::Result<Versions> versionsFrom(const Value& sessionCapability)
{
    const auto protocol = Version::parse(sessionCapability["protocolversion"].display());
    const auto powerShell = Version::parse(sessionCapability["PSVersion"].display());
    const auto serialization = Version::parse(sessionCapability["SerializationVersion"].display());
    if (!protocol || !powerShell || !serialization)
        return domain::fail(domain::ErrorKind::Malformed, "read SESSION_CAPABILITY", "a version is missing or is none");
    return Versions{*protocol, *powerShell, *serialization};
}

} // namespace drydock::psrp
