// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/payloads.h"

#include "model/domain/utf8.h"
#include "remoting/limits.h"

#include <algorithm>

namespace drydock::psrp {

using clixml::Container;
using clixml::Object;
using clixml::Property;
using clixml::Type;
using clixml::Value;

namespace {

constexpr const char* resultTypesName = "System.Management.Automation.Runspaces.PipelineResultTypes";

Value list(clixml::TypeNames types, std::vector<Value> items)
{
    Object object;
    object.types = std::move(types);
    object.container = Container::List;
    object.items = std::move(items);
    return Value::object(std::move(object));
}

// The list type that Windows' own client writes for commands and arguments.
Value objectList(std::vector<Value> items)
{
    static const clixml::TypeNames types = typeNames(
        {"System.Collections.Generic.List`1[[System.Management.Automation.PSObject, System.Management.Automation, "
         "Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]",
         "System.Object"});
    return list(types, std::move(items));
}

Value noHost()
{
    return record({{"_isHostNull", Value::boolean(true)},
                   {"_isHostUINull", Value::boolean(true)},
                   {"_isHostRawUINull", Value::boolean(true)},
                   {"_useRunspaceHost", Value::boolean(true)}});
}

Value apartmentState() { return Value::enumeration("System.Threading.ApartmentState", "Unknown", 2); }

Value argument(const Argument& argument)
{
    return record({{"N", argument.name.empty() ? Value() : Value::string(argument.name)}, {"V", argument.value}});
}

Value command(const Command& command, Version protocol)
{
    std::vector<Value> arguments;
    arguments.reserve(command.arguments.size());
    for (const Argument& each : command.arguments)
        arguments.push_back(argument(each));
    const Value none = Value::enumeration(resultTypesName, "None", 0);
    std::vector<Property> properties{{"Cmd", Value::string(command.name)},
                                     {"IsScript", Value::boolean(false)},
                                     {"UseLocalScope", Value()},
                                     {"MergeMyResult", none},
                                     {"MergeToResult", none},
                                     {"MergePreviousResults", none},
                                     {"Args", objectList(std::move(arguments))}};
    if (protocol >= Version{2, 2}) {
        for (const char* name : {"MergeError", "MergeWarning", "MergeVerbose", "MergeDebug"})
            properties.emplace_back(name, none);
    }
    if (protocol >= Version{2, 3}) properties.emplace_back("MergeInformation", none);
    return record(std::move(properties));
}

} // namespace

Value record(std::vector<Property> properties)
{
    Object object;
    object.extended = std::move(properties);
    return Value::object(std::move(object));
}

clixml::TypeNames typeNames(std::initializer_list<const char*> names)
{
    return std::make_shared<const std::vector<std::string>>(names.begin(), names.end());
}

Value primitiveDictionary(std::vector<std::pair<Value, Value>> entries)
{
    static const clixml::TypeNames types = typeNames(
        {"System.Management.Automation.PSPrimitiveDictionary", "System.Collections.Hashtable", "System.Object"});
    Object object;
    object.types = types;
    object.container = Container::Dictionary;
    object.entries = std::move(entries);
    return Value::object(std::move(object));
}

Value stringArray(const std::vector<std::string>& texts)
{
    static const clixml::TypeNames types = typeNames({"System.String[]", "System.Array", "System.Object"});
    std::vector<Value> items;
    items.reserve(texts.size());
    for (const std::string& text : texts)
        items.push_back(Value::string(text));
    return list(types, std::move(items));
}

Value initRunspacePool(int minimum, int maximum, const Value& applicationArguments)
{
    return record({{"MinRunspaces", Value::int32(minimum)},
                   {"MaxRunspaces", Value::int32(maximum)},
                   {"PSThreadOptions",
                    Value::enumeration("System.Management.Automation.Runspaces.PSThreadOptions", "Default", 0)},
                   {"ApartmentState", apartmentState()},
                   {"HostInfo", noHost()},
                   {"ApplicationArguments", applicationArguments}});
}

Value createPipeline(const std::vector<Command>& commands, Version protocol)
{
    std::vector<Value> all;
    all.reserve(commands.size());
    for (const Command& each : commands)
        all.push_back(command(each, protocol));
    const Value powerShell = record({{"IsNested", Value::boolean(false)},
                                     {"ExtraCmds", Value()},
                                     {"Cmds", objectList(std::move(all))},
                                     {"History", Value()},
                                     {"RedirectShellErrorOutputPipe", Value::boolean(false)}});
    return record(
        {{"NoInput", Value::boolean(true)},
         {"ApartmentState", apartmentState()},
         {"RemoteStreamOptions", Value::enumeration("System.Management.Automation.RemoteStreamOptions", "0", 0)},
         {"AddToHistory", Value::boolean(false)},
         {"HostInfo", noHost()},
         {"PowerShell", powerShell},
         {"IsNested", Value::boolean(false)}});
}

Value applicationPrivateData(const Value& data) { return record({{"ApplicationPrivateData", data}}); }

Value runspacePoolState(RunspacePoolState state, const std::optional<ErrorRecord>& reason)
{
    std::vector<Property> properties{{"RunspaceState", Value::int32(static_cast<int>(state))}};
    if (reason) properties.emplace_back("ExceptionAsErrorRecord", toValue(*reason));
    return record(std::move(properties));
}

Value pipelineState(PipelineState state, const std::optional<ErrorRecord>& reason)
{
    std::vector<Property> properties{{"PipelineState", Value::int32(static_cast<int>(state))}};
    if (reason) properties.emplace_back("ExceptionAsErrorRecord", toValue(*reason));
    return record(std::move(properties));
}

Value runspacePoolInitData(int minimum, int maximum)
{
    return record({{"MinRunspaces", Value::int32(minimum)}, {"MaxRunspaces", Value::int32(maximum)}});
}

Value runspaceAvailability(const Value& response, std::int64_t callId)
{
    return record({{"SetMinMaxRunspacesResponse", response}, {"ci", Value::int64(callId)}});
}

Value poolRequest(std::int64_t callId) { return record({{"ci", Value::int64(callId)}}); }

Value poolRequest(const char* property, int runspaces, std::int64_t callId)
{
    return record({{property, Value::int32(runspaces)}, {"ci", Value::int64(callId)}});
}

RunspaceAvailability runspaceAvailabilityFrom(const Value& value)
{
    RunspaceAvailability availability;
    availability.callId = value["ci"].toInt().value_or(0);
    const Value& response = value["SetMinMaxRunspacesResponse"];
    if (response.type() == Type::Boolean)
        availability.accepted = response.toBool().value_or(false);
    else
        availability.available = response.toInt();
    return availability;
}

Value publicKey(std::string text) { return record({{"PublicKey", Value::string(std::move(text))}}); }

Value encryptedSessionKey(std::string text)
{
    return record({{"EncryptedSessionKey", Value::string(std::move(text))}});
}

HostCall hostCallFrom(const Value& value)
{
    HostCall call;
    call.callId = value["ci"].toInt().value_or(HostCall::voidCallId);
    const Value& method = value["mi"];
    call.method = static_cast<int>(std::clamp<std::int64_t>(method.toInt().value_or(0), 0, INT32_MAX));
    call.methodName = method.display().substr(0, limits::hostMethodName);
    if (auto repaired = domain::repairedUtf8(call.methodName)) call.methodName = std::move(*repaired);
    call.parameters = value["mp"].items();
    return call;
}

Value hostRefusal(const HostCall& call)
{
    ErrorRecord refusal;
    refusal.message = "This client has no host: " + call.methodName + " cannot be answered.";
    refusal.fullyQualifiedErrorId = "HostFunctionNotImplemented";
    refusal.category = category::NotImplemented;
    refusal.reason = "PSNotImplementedException";
    refusal.exceptionTypes = {"System.Management.Automation.PSNotImplementedException",
                              "System.NotImplementedException", "System.SystemException", "System.Exception",
                              "System.Object"};
    const Value method = Value::enumeration("System.Management.Automation.Remoting.RemoteHostMethodId", call.methodName,
                                            static_cast<std::int32_t>(call.method));
    return record({{"ci", Value::int64(call.callId)}, {"mi", method}, {"me", toValue(refusal)}});
}

} // namespace drydock::psrp
