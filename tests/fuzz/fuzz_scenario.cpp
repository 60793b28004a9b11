// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A scenario file of one's own: it is refused with its place, or the organisation it describes runs.
#include "remoting/lab/organisation.h"
#include "remoting/lab/scenario.h"

#include <cstdint>

using namespace drydock;
using namespace drydock::lab;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto scenario = loadScenario({reinterpret_cast<const char*>(data), size});
    if (!scenario || scenario->users.empty()) return 0;
    const std::string user = scenario->users.front().name;
    Organisation organisation(std::move(*scenario));
    const auto servers = organisation.serverNames();
    const Caller caller{user, domain::EndpointKind::Exchange, servers.empty() ? std::string() : servers.front()};
    for (const char* cmdlet : {"Get-MailboxServer", "Get-MailboxDatabaseCopyStatus", "Get-MailboxDatabase",
                               "Get-DatabaseAvailabilityGroup", "Get-Queue", "Get-ServerComponentState"})
        static_cast<void>(organisation.invoke(caller, cmdlet));
    organisation.advance(std::chrono::minutes(10));
    static_cast<void>(organisation.stateDigest());
    return 0;
}
