// Error records as PowerShell, Exchange and the cluster cmdlets write them (protocol.md 5.5).
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
// ValidateSet and the other limits on the proxies of a restricted session.
[[nodiscard]] CmdletError argumentNotAllowed(std::string_view cmdlet, std::string_view parameter, std::string_view why);
// A prompt where the client announced no host to answer it.
[[nodiscard]] CmdletError promptRefused(const CmdletSpec& cmdlet);
[[nodiscard]] CmdletError exchangeError(World& world, int host, const CmdletSpec& cmdlet, const std::string& exception,
                                        const std::string& message, int category, const std::string& target);
[[nodiscard]] CmdletError nodeError(const CmdletSpec& cmdlet, const std::string& id, const std::string& exceptionType,
                                    const std::string& message, int category, const std::string& target);

// 32 bits of a text as 8 hexadecimal digits: Exchange's ids look like that.
[[nodiscard]] std::string shortHash(std::string_view text);
// "1/12/2026 8:00:00 AM", the US form that Exchange writes into texts.
[[nodiscard]] std::string usDateTime(Time time);

} // namespace drydock::lab
