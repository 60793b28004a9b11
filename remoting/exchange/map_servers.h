// Get-ExchangeServer, Get-MailboxServer and Get-DatabaseAvailabilityGroup to domain values (exchange.md 5.3, 5.4).
#pragma once

#include "model/domain/availability_group.h"
#include "model/domain/server.h"
#include "remoting/clixml/value.h"

#include <map>
#include <vector>

namespace drydock::exchange {

// What Get-ExchangeServer alone knows, by server.
struct ServerIdentity {
    std::string fqdn;
    domain::ServerVersion version;
    std::string site;
    std::string edition;
    bool edge = false;
};

using ServerIdentities = std::map<domain::ServerName, ServerIdentity>;

[[nodiscard]] ServerIdentities mapExchangeServers(const std::vector<clixml::Value>& objects);
// The mailbox servers, completed by what Get-ExchangeServer told; without it the FQDN is the short name.
[[nodiscard]] std::vector<domain::Server> mapMailboxServers(const std::vector<clixml::Value>& objects,
                                                            const ServerIdentities& identities);
[[nodiscard]] std::vector<domain::AvailabilityGroup> mapGroups(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
