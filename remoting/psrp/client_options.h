// What a client's pool and its pipelines share: identifiers, sizes, limits, where oddities are told.
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
    Versions versions = {};                  // what we say we speak
    std::size_t fragmentBytes = kFragmentBytes;
    FragmentLimits fragments = {};
    clixml::Limits xml = {};
    std::size_t pipelineBytes = 512u << 20; // of everything one pipeline sends
    std::size_t pipelineObjects = 1'000'000;
    // Messages that were passed over: unknown types, unknown pipelines. For the log.
    std::function<void(std::string_view)> notice = {};
};

} // namespace drydock::psrp
