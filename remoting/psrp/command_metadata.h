// What GET_COMMAND_METADATA asks: which cmdlets and parameters a role grants (protocol.md 2.10).
#pragma once

#include "remoting/clixml/value.h"

#include <string>
#include <vector>

namespace drydock::psrp {

struct MetadataRequest {
    std::vector<std::string> names; // with wildcards; none = all
    int commandTypes = 511;         // flags: Alias 1, Function 2, Filter 4, Cmdlet 8 …

    bool operator==(const MetadataRequest&) const = default;
};

[[nodiscard]] MetadataRequest metadataRequestFrom(const clixml::Value& value);

} // namespace drydock::psrp
