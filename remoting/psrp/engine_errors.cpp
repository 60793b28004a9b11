// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/engine_errors.h"

namespace drydock::psrp {

namespace {

std::vector<std::string> chain(std::vector<std::string> own)
{
    for (const char* base : {"System.Management.Automation.RuntimeException", "System.SystemException",
                             "System.Exception", "System.Object"})
        own.emplace_back(base);
    return own;
}

} // namespace

ErrorRecord scriptsNotAllowed()
{
    ErrorRecord record;
    record.message =
        "The syntax is not supported by this runspace. This can occur if the runspace is in no-language mode.";
    record.fullyQualifiedErrorId = "ScriptsNotAllowed";
    record.category = category::ParserError;
    record.reason = "ParseException";
    record.exceptionTypes = chain({"System.Management.Automation.ParseException"});
    return record;
}

ErrorRecord pipelineStopped()
{
    ErrorRecord record;
    record.message = "The pipeline has been stopped.";
    record.fullyQualifiedErrorId = "PipelineStopped";
    record.category = category::OperationStopped;
    record.reason = "PipelineStoppedException";
    record.exceptionTypes = chain({"System.Management.Automation.PipelineStoppedException"});
    return record;
}

ErrorRecord commandNotFound(const std::string& command)
{
    ErrorRecord record;
    record.message = "The term '" + command +
                     "' is not recognized as the name of a cmdlet, function, script file, or operable program. Check "
                     "the spelling of "
                     "the name, or if a path was included, verify that the path is correct and try again.";
    record.fullyQualifiedErrorId = "CommandNotFoundException";
    record.category = category::ObjectNotFound;
    record.reason = "CommandNotFoundException";
    record.targetName = command;
    record.targetType = "String";
    record.exceptionTypes = chain({"System.Management.Automation.CommandNotFoundException"});
    return record;
}

ErrorRecord parameterNotFound(const std::string& command, const std::string& parameter)
{
    ErrorRecord record;
    record.message = "A parameter cannot be found that matches parameter name '" + parameter + "'.";
    record.fullyQualifiedErrorId = "NamedParameterNotFound," + command;
    record.category = category::InvalidArgument;
    record.activity = command;
    record.reason = "ParameterBindingException";
    record.exceptionTypes = chain({"System.Management.Automation.ParameterBindingException"});
    return record;
}

ErrorRecord promptFailed(const std::string& command)
{
    ErrorRecord record;
    record.message =
        "A command that prompts the user failed because the host program or the command type does not support user "
        "interaction. The host was attempting to request confirmation with the following message: Are you sure you "
        "want to perform this action?";
    record.fullyQualifiedErrorId = "HostException," + command;
    record.category = category::NotImplemented;
    record.activity = command;
    record.reason = "HostException";
    record.exceptionTypes = chain({"System.Management.Automation.Host.HostException"});
    return record;
}

} // namespace drydock::psrp
