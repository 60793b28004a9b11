// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The request of GET_COMMAND_METADATA: which cmdlets and parameters a role grants (protocol.md 2.10).
#pragma once

#include "remoting/clixml/value.h"

#include <string>
#include <vector>

namespace drydock::psrp {

struct MetadataRequest {
    std::vector<std::string> names; // may hold wildcards; empty = all
    int commandTypes = 511;         // flags: Alias 1, Function 2, Filter 4, Cmdlet 8 …

    bool operator==(const MetadataRequest&) const = default;
};

// Parts that are missing keep their defaults.
[[nodiscard]] MetadataRequest metadataRequestFrom(const clixml::Value& value);

} // namespace drydock::psrp
