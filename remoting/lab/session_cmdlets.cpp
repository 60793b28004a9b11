// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/session_cmdlets.h"

#include "model/domain/names.h"
#include "remoting/lab/cmdlet_table.h"
#include "remoting/lab/invocation.h"
#include "remoting/psrp/engine_errors.h"

#include <algorithm>
#include <array>

namespace drydock::lab {
namespace {

using clixml::Value;
using domain::equalsIgnoringCase;
using namespace std::chrono_literals;

constexpr std::array selectable{
    "ModuleName",  "Namespace",           "OutputType",          "Count",         "HelpUri",   "Name",
    "CommandType", "ResolvedCommandName", "DefaultParameterSet", "CmdletBinding", "Parameters"};

const char* dotNetType(ParameterType type)
{
    switch (type) {
    case ParameterType::Texts:
        return "System.String[]";
    case ParameterType::Switch:
        return "System.Management.Automation.SwitchParameter";
    case ParameterType::Boolean:
        return "System.Boolean";
    case ParameterType::Number:
        return "System.Int32";
    case ParameterType::Text:
    case ParameterType::Enumeration:
    case ParameterType::Any:
        break;
    }
    return "System.String";
}

Value parameterObject(const ParameterSpec& parameter)
{
    static const auto types = typeNames({"System.Management.Automation.ParameterMetadata"});
    ObjectBuilder out(types, "System.Management.Automation.ParameterMetadata");
    out.text("Name", std::string(parameter.name)).text("ParameterType", dotNetType(parameter.type));
    out.add("Aliases", Value::list({}))
        .flag("IsDynamic", false)
        .flag("SwitchParameter", parameter.type == ParameterType::Switch);
    return out.build();
}

Value parameterDictionary(const Scenario& scenario, const CmdletSpec& cmdlet)
{
    static const auto types = typeNames(
        {"System.Collections.Generic.Dictionary`2[[System.String],[System.Management.Automation.ParameterMetadata]]"});
    clixml::Object object;
    object.types = types;
    object.container = clixml::Container::Dictionary;
    for (const auto& parameter : parametersOf(scenario, cmdlet))
        object.entries.emplace_back(Value::string(std::string(parameter.name)), parameterObject(parameter));
    return Value::object(std::move(object));
}

Value commandObject(const Scenario& scenario, const CmdletSpec& cmdlet, const clixml::TypeNames& types)
{
    const std::string name(cmdlet.name);
    const bool exchange = cmdlet.endpoint == domain::EndpointKind::Exchange;
    ObjectBuilder out(types, name);
    out.text("Name", name).text("Namespace", exchange ? "Microsoft.Exchange.Management.PowerShell.E2010" : "");
    out.text("HelpUri", {}).add("CommandType", enumeration("System.Management.Automation.CommandTypes", "Cmdlet", 8));
    out.text("ResolvedCommandName", {})
        .add("OutputType", Value::list({}))
        .add("Parameters", parameterDictionary(scenario, cmdlet));
    out.text("DefaultParameterSet", "Identity").flag("CmdletBinding", true);
    out.text("ModuleName", exchange ? "Microsoft.Exchange.Management.PowerShell.E2010" : "");
    return out.build();
}

std::vector<const CmdletSpec*> visibleCmdlets(const Scenario& scenario, const Caller& caller,
                                              const std::string& pattern)
{
    std::vector<const CmdletSpec*> found;
    for (const auto& cmdlet : cmdlets())
        if (cmdlet.endpoint == caller.endpoint && isGranted(scenario, caller, cmdlet) &&
            matchesWildcard(pattern, cmdlet.name))
            found.push_back(&cmdlet);
    return found;
}

Value countObject(std::size_t count, const char* type)
{
    ObjectBuilder out(typeNames({type}), std::string());
    return out.int32("Count", static_cast<std::int32_t>(count)).build();
}

CmdletError unknownProxyParameter(const char* proxy, std::string_view parameter)
{
    CmdletSpec spec;
    spec.name = proxy;
    return parameterNotFound(spec, parameter);
}

std::optional<CmdletError> select(const Command& command, std::vector<Value>& objects)
{
    std::vector<std::string> properties;
    for (const auto& argument : command.arguments) {
        const auto name = plainParameterName(argument.name);
        if (!name.empty() && !equalsIgnoringCase(name, "Property")) return unknownProxyParameter("Select-Object", name);
        properties = textsOf(argument.value);
    }
    for (const auto& property : properties) {
        if (std::any_of(selectable.begin(), selectable.end(),
                        [&](const char* known) { return equalsIgnoringCase(known, property); }))
            continue;
        std::string set;
        for (const char* known : selectable)
            set += (set.empty() ? "" : ",") + std::string(known);
        return argumentNotAllowed("Select-Object", "Property",
                                  "The argument \"" + property + "\" does not belong to the set \"" + set +
                                      "\" specified by the ValidateSet attribute. Supply an argument that is in the "
                                      "set and then try the command again.");
    }
    if (properties.empty()) return std::nullopt;
    for (auto& object : objects) {
        const auto type = object.isObject() && object.object()->types && !object.object()->types->empty()
                              ? object.object()->types->front()
                              : std::string("System.String");
        ObjectBuilder out(typeNames({("Selected." + type).c_str(), "System.Management.Automation.PSCustomObject"}),
                          std::string());
        for (const auto& property : properties)
            out.add(property, object[property]);
        object = out.build();
    }
    return std::nullopt;
}

} // namespace

void getCommand(Invocation& call)
{
    static const auto types =
        typeNames({"System.Management.Automation.CmdletInfo", "System.Management.Automation.CommandInfo"});
    auto patterns = call.arguments.texts("Name");
    if (patterns.empty()) patterns.emplace_back("*");
    for (const auto& pattern : patterns) {
        const auto found = visibleCmdlets(call.world.scenario, call.caller, pattern);
        for (const auto* cmdlet : found)
            call.write(commandObject(call.world.scenario, *cmdlet, types));
        if (!found.empty() || pattern.find_first_of("*?") != std::string::npos) continue;
        auto error = psrp::commandNotFound(pattern);
        error.fullyQualifiedErrorId = "CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand";
        error.activity = "Get-Command";
        call.report(std::move(error));
    }
}

std::vector<Value> commandMetadataObjects(const Scenario& scenario, const Caller& caller,
                                          const std::vector<std::string>& patterns)
{
    static const auto types =
        typeNames({"Selected.System.Management.Automation.CmdletInfo", "System.Management.Automation.PSCustomObject"});
    std::vector<Value> out;
    const std::vector<std::string> all{"*"};
    for (const auto& pattern : patterns.empty() ? all : patterns)
        for (const auto* cmdlet : visibleCmdlets(scenario, caller, pattern))
            out.push_back(commandObject(scenario, *cmdlet, types));
    out.insert(out.begin(), countObject(out.size(), "Selected.Microsoft.PowerShell.Commands.GenericMeasureInfo"));
    return out;
}

bool isPipelineProxy(std::string_view command)
{
    return equalsIgnoringCase(command, "Select-Object") || equalsIgnoringCase(command, "Measure-Object") ||
           equalsIgnoringCase(command, "Out-Default");
}

std::optional<CmdletError> applyProxy(const Command& command, std::vector<Value>& objects)
{
    if (equalsIgnoringCase(command.name, "Select-Object")) return select(command, objects);
    if (!command.arguments.empty())
        return unknownProxyParameter(command.name.c_str(), plainParameterName(command.arguments.front().name));
    if (equalsIgnoringCase(command.name, "Measure-Object"))
        objects = {countObject(objects.size(), "Microsoft.PowerShell.Commands.GenericMeasureInfo")};
    return std::nullopt;
}

} // namespace drydock::lab
