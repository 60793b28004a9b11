// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The options that a client's runspace pool and its pipelines share: identifiers, sizes and limits.
#pragma once

#include "remoting/clixml/value.h"
#include "remoting/psrp/guid.h"
#include "remoting/psrp/message_stream.h"
#include "remoting/psrp/versions.h"

#include <memory>

namespace drydock::psrp {

// The budget of all clients of the process.
[[nodiscard]] inline std::shared_ptr<clixml::MemoryBudget> clientMemory()
{
    static const auto budget = std::make_shared<clixml::MemoryBudget>(limits::totalMemory);
    return budget;
}

struct ClientOptions {
    GuidSource guids = randomGuid;
    int minimumRunspaces = 1;
    int maximumRunspaces = 1;
    clixml::Value applicationArguments = {}; // Nil or a primitive dictionary
    Versions versions = {};                  // what the client announces
    std::size_t fragmentBytes = defaultFragmentBytes;
    MessageStream::Limits limits = {}; // of what the server sends to the pool, and to each pipeline
    std::shared_ptr<clixml::MemoryBudget> memory = clientMemory();
};

} // namespace drydock::psrp
