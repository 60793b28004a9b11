#include "remoting/psrp/command_metadata.h"

#include "model/domain/names.h"
#include "remoting/psrp/payloads.h"

#include <algorithm>

namespace drydock::psrp {

using clixml::Container;
using clixml::Object;
using clixml::Value;

namespace {

std::vector<std::string> textsOf(const Value& value)
{
    std::vector<std::string> texts;
    if (value.object() == nullptr && !value.isNil()) return {std::string(value.display())};
    for (const Value& item : value.items())
        texts.emplace_back(item.display());
    return texts;
}

// * and ? as PowerShell has them, letters without case; linear but for the last star.
bool matchesWildcard(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() &&
            (pattern[p] == '?' || domain::equalsIgnoringCase(pattern.substr(p, 1), text.substr(t, 1))) &&
            pattern[p] != '*') {
            ++p, ++t;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

Value selected(const char* type, std::vector<clixml::Property> properties)
{
    Object object;
    object.types = typeNames({type, "System.Management.Automation.PSCustomObject", "System.Object"});
    object.extended = std::move(properties);
    return Value::object(std::move(object));
}

Value toValue(const ParameterMetadata& parameter)
{
    static const clixml::TypeNames types =
        typeNames({"System.Management.Automation.ParameterMetadata", "System.Object"});
    Object object;
    object.types = types;
    object.toString = "System.Management.Automation.ParameterMetadata";
    object.adapted = {{"Name", Value::string(parameter.name)},
                      {"ParameterType", Value::string(parameter.type)},
                      {"Aliases", stringArray(parameter.aliases)},
                      {"IsDynamic", Value::boolean(false)},
                      {"SwitchParameter", Value::boolean(parameter.isSwitch)}};
    return Value::object(std::move(object));
}

Value parameterTable(const std::vector<ParameterMetadata>& parameters)
{
    static const clixml::TypeNames types = typeNames({"System.Collections.Hashtable", "System.Object"});
    Object object;
    object.types = types;
    object.container = Container::Dictionary;
    for (const ParameterMetadata& parameter : parameters)
        object.entries.emplace_back(Value::string(parameter.name), toValue(parameter));
    return Value::object(std::move(object));
}

Value toValue(const CommandMetadata& command)
{
    const bool cmdlet = command.commandType == 8;
    return selected(cmdlet ? "Selected.System.Management.Automation.CmdletInfo"
                           : "Selected.System.Management.Automation.FunctionInfo",
                    {{"Name", Value::string(command.name)},
                     {"Namespace", Value::string("")},
                     {"HelpUri", Value::string("")},
                     {"CommandType", Value::enumeration("System.Management.Automation.CommandTypes",
                                                        cmdlet ? "Cmdlet" : "Function", command.commandType)},
                     {"ResolvedCommandName", Value()},
                     {"OutputType", Value::list({})},
                     {"Parameters", parameterTable(command.parameters)}});
}

ParameterMetadata parameterFrom(const Value& key, const Value& value)
{
    ParameterMetadata parameter;
    parameter.name = value["Name"].isNil() ? key.display() : value["Name"].display();
    parameter.type = value["ParameterType"].display();
    parameter.isSwitch = value["SwitchParameter"].toBool().value_or(false);
    parameter.aliases = textsOf(value["Aliases"]);
    return parameter;
}

} // namespace

const ParameterMetadata* CommandMetadata::parameter(std::string_view wanted) const noexcept
{
    const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const ParameterMetadata& p) {
        return domain::equalsIgnoringCase(p.name, wanted);
    });
    return found == parameters.end() ? nullptr : &*found;
}

bool MetadataRequest::matches(const CommandMetadata& command) const
{
    const auto takes = [&](const std::string& pattern) { return matchesWildcard(pattern, command.name); };
    return (commandTypes & command.commandType) != 0 &&
           (names.empty() || std::any_of(names.begin(), names.end(), takes));
}

MetadataRequest metadataRequestFrom(const Value& value)
{
    MetadataRequest request;
    request.names = textsOf(value["Name"]);
    request.commandTypes = static_cast<int>(value["CommandType"].toInt().value_or(511) & 0x1FF);
    return request;
}

std::optional<CommandMetadata> commandMetadataFrom(const Value& value)
{
    if (!value.has("Name") || !value.has("Parameters")) return std::nullopt;
    CommandMetadata command;
    command.name = value["Name"].display();
    command.commandType = static_cast<int>(value["CommandType"].toInt().value_or(8) & 0x1FF);
    if (const Object* table = value["Parameters"].object()) {
        for (const auto& [key, parameter] : table->entries)
            command.parameters.push_back(parameterFrom(key, parameter));
    }
    return command;
}

std::vector<Value> metadataAnswer(const std::vector<CommandMetadata>& commands)
{
    std::vector<Value> values;
    values.reserve(commands.size() + 1);
    values.push_back(selected("Selected.Microsoft.PowerShell.Commands.GenericMeasureInfo",
                              {{"Count", Value::int32(static_cast<std::int32_t>(commands.size()))}}));
    for (const CommandMetadata& command : commands)
        values.push_back(toValue(command));
    return values;
}

} // namespace drydock::psrp
