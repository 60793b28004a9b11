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

    bool operator==(const CommandMetadata&) const = default;
};

struct MetadataRequest {
    std::vector<std::string> names; // with wildcards; none = all
    int commandTypes = 511;

    bool operator==(const MetadataRequest&) const = default;
};

[[nodiscard]] MetadataRequest metadataRequestFrom(const clixml::Value& value);
// Empty for the count, which comes first, and for anything else that names no command.
[[nodiscard]] std::optional<CommandMetadata> commandMetadataFrom(const clixml::Value& value);

} // namespace drydock::psrp
