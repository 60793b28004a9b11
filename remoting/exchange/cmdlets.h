// The cmdlets that Drydock sends: one function a reading, and the commands of a plan as they go over the wire.
#pragma once

#include "model/domain/names.h"
#include "model/maintenance/command.h"
#include "remoting/psrp/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::exchange {

// Every filter runs on our side, every parameter is a typed value: a no-language session accepts nothing else
// (exchange.md 4.7).
[[nodiscard]] psrp::Command getExchangeServer();
[[nodiscard]] psrp::Command getMailboxServer();
[[nodiscard]] psrp::Command getGroups();
[[nodiscard]] psrp::Command getDatabases();
[[nodiscard]] psrp::Command getCopies(const domain::ServerName& server);
[[nodiscard]] psrp::Command getComponents(const domain::ServerName& server);
[[nodiscard]] psrp::Command getQueues(const domain::ServerName& server);
[[nodiscard]] psrp::Command getClusterNode(const domain::ServerName& server);
[[nodiscard]] psrp::Command getServices();  // those a maintenance looks at
[[nodiscard]] psrp::Command getProcesses(); // of the transport services, for when they started
// Asks which of the cmdlets that Drydock uses are granted, and with which parameters.
[[nodiscard]] psrp::Command getPermissions();

// A plan's command: names and values as they are, typed.
[[nodiscard]] psrp::Command toWire(const maintenance::Command& command);

// Every Exchange cmdlet that Drydock may send.
[[nodiscard]] const std::vector<std::string>& exchangeCmdlets();

} // namespace drydock::exchange
