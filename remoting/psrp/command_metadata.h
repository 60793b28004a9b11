// What GET_COMMAND_METADATA asks and answers: which cmdlets and parameters a role grants (protocol.md 2.10).
#pragma once

#include "remoting/clixml/value.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::psrp {

struct ParameterMetadata {
    std::string name;
    std::string type; // .NET name
    bool isSwitch = false;
    std::vector<std::string> aliases;

    bool operator==(const ParameterMetadata&) const = default;
};

struct CommandMetadata {
    std::string name;
    int commandType = 8; // Alias 1, Function 2, Filter 4, Cmdlet 8 …
    std::vector<ParameterMetadata> parameters;

    // By name, without case; null where it is not granted.
    [[nodiscard]] const ParameterMetadata* parameter(std::string_view name) const noexcept;
    bool operator==(const CommandMetadata&) const = default;
};

struct MetadataRequest {
    std::vector<std::string> names; // with wildcards; none = all
    int commandTypes = 511;

    // Whether the wildcards (* and ?) and the type take the command in.
    [[nodiscard]] bool matches(const CommandMetadata& command) const;
    bool operator==(const MetadataRequest&) const = default;
};

[[nodiscard]] MetadataRequest metadataRequestFrom(const clixml::Value& value);
// Empty for the count, which comes first, and for anything else that names no command.
[[nodiscard]] std::optional<CommandMetadata> commandMetadataFrom(const clixml::Value& value);
// The outputs of the answer: the count, then the commands.
[[nodiscard]] std::vector<clixml::Value> metadataAnswer(const std::vector<CommandMetadata>& commands);

} // namespace drydock::psrp
