#include "remoting/psrp/command_metadata.h"

namespace drydock::psrp {

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

} // namespace drydock::psrp
