#include "remoting/lab/errors.h"

#include "remoting/lab/object_shapes.h"

#include <cstdint>
#include <cstdio>

namespace drydock::lab {
namespace {

using Types = std::vector<std::string>;

Types automationTypes(const char* name)
{
    return {std::string("System.Management.Automation.") + name, "System.Management.Automation.RuntimeException",
            "System.SystemException", "System.Exception", "System.Object"};
}

CmdletError binderError(std::string_view cmdlet, const char* id, std::string message)
{
    CmdletError error;
    error.message = std::move(message);
    error.fullyQualifiedErrorId = std::string(id) + "," + std::string(cmdlet);
    error.category = category::invalidArgument;
    error.activity = cmdlet;
    error.reason = "ParameterBindingException";
    error.exceptionTypes = automationTypes("ParameterBindingException");
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

CmdletError commandNotFound(std::string_view name)
{
    CmdletError error;
    error.message =
        "The term " + quoted(name) + " is not recognized as the name of a cmdlet, function, script file, or " +
        "operable program. Check the spelling of the name, or if a path was included, verify that the path is " +
        "correct and try again.";
    error.fullyQualifiedErrorId = "CommandNotFoundException";
    error.category = category::objectNotFound;
    error.reason = "CommandNotFoundException";
    error.targetName = name;
    error.targetType = "String";
    error.exceptionTypes = automationTypes("CommandNotFoundException");
    return error;
}

CmdletError scriptsNotAllowed()
{
    CmdletError error;
    error.message =
        "The syntax is not supported by this runspace. This can occur if the runspace is in no-language mode.";
    error.fullyQualifiedErrorId = "ScriptsNotAllowed";
    error.category = category::parserError;
    error.reason = "ParseException";
    error.exceptionTypes = automationTypes("ParseException");
    return error;
}

CmdletError parameterNotFound(const CmdletSpec& cmdlet, std::string_view parameter)
{
    return binderError(cmdlet.name, "NamedParameterNotFound",
                       "A parameter cannot be found that matches parameter name " + quoted(parameter) + ".");
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
    error.category = category::invalidData;
    error.reason = "ParameterBindingArgumentTransformationException";
    error.exceptionTypes.insert(error.exceptionTypes.begin(),
                                "System.Management.Automation.ParameterBindingArgumentTransformationException");
    return error;
}

CmdletError argumentNotAllowed(std::string_view cmdlet, std::string_view parameter, std::string_view why)
{
    auto error = binderError(cmdlet, "ParameterArgumentValidationError",
                             "Cannot validate argument on parameter " + quoted(parameter) + ". " + std::string(why));
    error.category = category::invalidData;
    error.reason = "ParameterBindingValidationException";
    error.exceptionTypes.insert(error.exceptionTypes.begin(),
                                "System.Management.Automation.ParameterBindingValidationException");
    return error;
}

CmdletError promptRefused(const CmdletSpec& cmdlet)
{
    CmdletError error;
    error.message =
        "A command that prompts the user failed because the host program or the command type does not support user "
        "interaction. The host was attempting to request confirmation with the following message: Are you sure you "
        "want to perform this action?";
    error.fullyQualifiedErrorId = "HostFunctionNotImplemented," + std::string(cmdlet.className);
    error.category = category::notImplemented;
    error.activity = cmdlet.name;
    error.reason = "HostException";
    error.exceptionTypes = {"System.Management.Automation.Host.HostException",
                            "System.Management.Automation.RuntimeException", "System.SystemException",
                            "System.Exception", "System.Object"};
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
