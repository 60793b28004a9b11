// The request and the answer of GET_COMMAND_METADATA: which cmdlets and parameters a role grants (protocol.md 2.10).
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
    std::vector<std::string> names; // may hold wildcards; empty = all
    int commandTypes = 511;

    bool operator==(const MetadataRequest&) const = default;
};

// Parts that are missing keep their defaults.
[[nodiscard]] MetadataRequest metadataRequestFrom(const clixml::Value& value);
// Returns nothing for the count, which comes first, and for any other object that names no command.
[[nodiscard]] std::optional<CommandMetadata> commandMetadataFrom(const clixml::Value& value);

} // namespace drydock::psrp
