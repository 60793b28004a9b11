// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The options that a client's runspace pool and its pipelines share: identifiers, sizes and limits.
#pragma once

#include "remoting/clixml/limits.h"
#include "remoting/clixml/value.h"
#include "remoting/psrp/fragment.h"
#include "remoting/psrp/guid.h"
#include "remoting/psrp/versions.h"

#include <functional>
#include <string_view>

namespace drydock::psrp {

struct ClientOptions {
    GuidSource guids = randomGuid;
    int minimumRunspaces = 1;
    int maximumRunspaces = 1;
    clixml::Value applicationArguments = {}; // Nil or a primitive dictionary
    Versions versions = {};                  // what the client announces
    std::size_t fragmentBytes = kFragmentBytes;
    FragmentLimits fragments = {};
    clixml::Limits xml = {};
    std::size_t pipelineBytes = 512u << 20; // of everything the server sends in one pipeline
    std::size_t pipelineObjects = 1'000'000;
    // Called for each message that is ignored (an unknown type or pipeline), with a text for the log.
    std::function<void(std::string_view)> notice = {};
};

} // namespace drydock::psrp
