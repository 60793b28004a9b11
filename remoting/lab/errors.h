// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes error records as PowerShell, Exchange and the cluster cmdlets write them (protocol.md 5.5).
#pragma once

#include "remoting/lab/cmdlet_spec.h"
#include "remoting/lab/world.h"

#include <string>
#include <string_view>

namespace drydock::lab {

namespace category = psrp::category;

[[nodiscard]] CmdletError parameterNotFound(const CmdletSpec& cmdlet, std::string_view parameter);
[[nodiscard]] CmdletError positionalNotFound(const CmdletSpec& cmdlet, std::string_view value);
[[nodiscard]] CmdletError parameterTwice(const CmdletSpec& cmdlet, std::string_view parameter);
[[nodiscard]] CmdletError missingMandatory(const CmdletSpec& cmdlet, std::string_view parameter);
[[nodiscard]] CmdletError cannotConvert(const CmdletSpec& cmdlet, std::string_view parameter, std::string_view value,
                                        std::string_view wanted);
// The error of ValidateSet and the other limits of a restricted session's proxies.
[[nodiscard]] CmdletError argumentNotAllowed(std::string_view cmdlet, std::string_view parameter, std::string_view why);
// The error of a prompt when the client announced no host to answer it.
[[nodiscard]] CmdletError promptRefused(const CmdletSpec& cmdlet);
[[nodiscard]] CmdletError exchangeError(World& world, int host, const CmdletSpec& cmdlet, const std::string& exception,
                                        const std::string& message, int category, const std::string& target);
[[nodiscard]] CmdletError nodeError(const CmdletSpec& cmdlet, const std::string& id, const std::string& exceptionType,
                                    const std::string& message, int category, const std::string& target);

// Returns a 32-bit hash as 8 hexadecimal digits, as in Exchange's error ids.
[[nodiscard]] std::string shortHash(std::string_view text);
// Returns "1/12/2026 8:00:00 AM", the US form that Exchange writes in texts.
[[nodiscard]] std::string usDateTime(Time time);

} // namespace drydock::lab
