// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/errors.h"

#include "remoting/lab/object_serializer.h"
#include "remoting/psrp/engine_errors.h"

#include <cstdint>
#include <cstdio>

namespace drydock::lab {
namespace {

CmdletError binderError(std::string_view cmdlet, const char* id, std::string message)
{
    auto error = psrp::parameterNotFound(std::string(cmdlet), {});
    error.message = std::move(message);
    error.fullyQualifiedErrorId = std::string(id) + "," + std::string(cmdlet);
    return error;
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

} // namespace

std::string shortHash(std::string_view text)
{
    std::uint32_t hash = 2166136261u; // FNV-1a
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    char out[9];
    std::snprintf(out, sizeof out, "%08X", hash);
    return out;
}

std::string usDateTime(Time time)
{
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{floor<seconds>(time - day)};
    const int hour = static_cast<int>(clock.hours().count());
    char text[48];
    std::snprintf(text, sizeof text, "%u/%u/%d %d:%02d:%02d %s", unsigned(date.month()), unsigned(date.day()),
                  int(date.year()), hour % 12 == 0 ? 12 : hour % 12, static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), hour < 12 ? "AM" : "PM");
    return text;
}

CmdletError parameterNotFound(const CmdletSpec& cmdlet, std::string_view parameter)
{
    return psrp::parameterNotFound(std::string(cmdlet.name), std::string(parameter));
}

CmdletError positionalNotFound(const CmdletSpec& cmdlet, std::string_view value)
{
    return binderError(cmdlet.name, "PositionalParameterNotFound",
                       "A positional parameter cannot be found that accepts argument " + quoted(value) + ".");
}

CmdletError parameterTwice(const CmdletSpec& cmdlet, std::string_view parameter)
{
    return binderError(cmdlet.name, "ParameterAlreadyBound",
                       "Cannot bind parameter because parameter " + quoted(parameter) +
                           " is specified more than once.");
}

CmdletError missingMandatory(const CmdletSpec& cmdlet, std::string_view parameter)
{
    return binderError(
        cmdlet.name, "MissingMandatoryParameter",
        "Cannot process command because of one or more missing mandatory parameters: " + std::string(parameter) + ".");
}

CmdletError cannotConvert(const CmdletSpec& cmdlet, std::string_view parameter, std::string_view value,
                          std::string_view wanted)
{
    auto error =
        binderError(cmdlet.name, "ParameterArgumentTransformationError",
                    "Cannot process argument transformation on parameter " + quoted(parameter) +
                        ". Cannot convert value \"" + std::string(value) + "\" to \"" + std::string(wanted) + "\".");
    error.category = category::InvalidData;
    error.reason = "ParameterBindingArgumentTransformationException";
    error.exceptionTypes.insert(error.exceptionTypes.begin(),
                                "System.Management.Automation.ParameterBindingArgumentTransformationException");
    return error;
}

CmdletError argumentNotAllowed(std::string_view cmdlet, std::string_view parameter, std::string_view why)
{
    auto error = binderError(cmdlet, "ParameterArgumentValidationError",
                             "Cannot validate argument on parameter " + quoted(parameter) + ". " + std::string(why));
    error.category = category::InvalidData;
    error.reason = "ParameterBindingValidationException";
    error.exceptionTypes.insert(error.exceptionTypes.begin(),
                                "System.Management.Automation.ParameterBindingValidationException");
    return error;
}

CmdletError promptRefused(const CmdletSpec& cmdlet)
{
    auto error = psrp::promptFailed(std::string(cmdlet.name));
    error.fullyQualifiedErrorId = "HostFunctionNotImplemented," + std::string(cmdlet.className);
    return error;
}

CmdletError exchangeError(World& world, int host, const CmdletSpec& cmdlet, const std::string& exception,
                          const std::string& message, int errorCategory, const std::string& target)
{
    const auto server = host >= 0 ? world.servers[static_cast<std::size_t>(host)].spec.name : std::string("UNKNOWN");
    CmdletError error;
    error.message = message;
    error.fullyQualifiedErrorId = "[Server=" + server + ",RequestId=" + randomGuid(world) +
                                  ",TimeStamp=" + usDateTime(world.now) + "] [FailureCategory=Cmdlet-" + exception +
                                  "] " + shortHash(exception + message) + "," + std::string(cmdlet.className);
    error.category = errorCategory;
    error.activity = cmdlet.name;
    error.reason = exception;
    error.targetName = target;
    const bool fromTasks = exception.starts_with("ManagementObject");
    error.exceptionTypes = {
        (fromTasks ? "Microsoft.Exchange.Configuration.Tasks." : "Microsoft.Exchange.Management.Common.") + exception,
        "Microsoft.Exchange.Data.Common.LocalizedException", "System.Exception", "System.Object"};
    return error;
}

CmdletError nodeError(const CmdletSpec& cmdlet, const std::string& id, const std::string& exceptionType,
                      const std::string& message, int errorCategory, const std::string& target)
{
    CmdletError error;
    error.message = message;
    error.fullyQualifiedErrorId = id + "," + std::string(cmdlet.className);
    error.category = errorCategory;
    error.activity = cmdlet.name;
    error.reason = exceptionType.substr(exceptionType.rfind('.') + 1);
    error.targetName = target;
    error.targetType = "String";
    error.exceptionTypes = {exceptionType, "System.SystemException", "System.Exception", "System.Object"};
    return error;
}

} // namespace drydock::lab
