// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts the output of Get-ExchangeServer, Get-MailboxServer and Get-DatabaseAvailabilityGroup to domain values
// (exchange.md 5.3, 5.4).
#pragma once

#include "model/domain/availability_group.h"
#include "model/domain/server.h"
#include "remoting/clixml/value.h"

#include <map>
#include <vector>

namespace drydock::exchange {

// The properties that only Get-ExchangeServer returns.
struct ServerIdentity {
    std::string fqdn;
    domain::ServerVersion version;
    std::string site;
    std::string edition;
    bool edge = false;
};

using ServerIdentities = std::map<domain::ServerName, ServerIdentity>;

[[nodiscard]] ServerIdentities mapExchangeServers(const std::vector<clixml::Value>& objects);
// Returns the mailbox servers with their identities, without Edge servers. The FQDN of a server without one is its
// short name.
[[nodiscard]] std::vector<domain::Server> mapMailboxServers(const std::vector<clixml::Value>& objects,
                                                            const ServerIdentities& identities);
// Returns the FQDN of the domain controller that the objects were read from; empty if they do not tell.
[[nodiscard]] std::string domainControllerOf(const std::vector<clixml::Value>& objects);
// Returns the server's name as Exchange writes it. A host name of more than 15 characters is cut in Name and whole in
// FQDNs (exchange.md 5.0).
[[nodiscard]] domain::ServerName knownName(const ServerIdentities& identities, const domain::ServerName& name);
[[nodiscard]] std::vector<domain::AvailabilityGroup> mapGroups(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
