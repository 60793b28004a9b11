// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the commands that Drydock sends: one function for each reading, and the commands of a plan.
#pragma once

#include "model/domain/names.h"
#include "model/domain/time.h"
#include "model/maintenance/command.h"
#include "remoting/psrp/command.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::exchange {

// Results are filtered by this program and every parameter is a typed value, since a no-language session accepts
// nothing else (exchange.md 4.7).
[[nodiscard]] psrp::Command getExchangeServer();
[[nodiscard]] psrp::Command getMailboxServer();
[[nodiscard]] psrp::Command getGroups(const domain::DagName& name = {}); // all groups without a name
[[nodiscard]] psrp::Command getDatabases();
[[nodiscard]] psrp::Command getCopies(const domain::ServerName& server);
[[nodiscard]] psrp::Command getComponents(const domain::ServerName& server);
[[nodiscard]] psrp::Command getQueues(const domain::ServerName& server);
[[nodiscard]] psrp::Command getClusterNode(const domain::ServerName& server);
[[nodiscard]] psrp::Command getServices();  // the services that a maintenance checks
[[nodiscard]] psrp::Command getProcesses(); // the transport services', for their start times, and setup's
// Those of a pre-flight (exchange.md 5.8). The first answers with a flag for each of two registry keys, Component Based
// Servicing and Windows Update; the second with the values of the key that holds PendingFileRenameOperations.
[[nodiscard]] psrp::Command testRebootKeys();
[[nodiscard]] psrp::Command getFileRenames();
[[nodiscard]] psrp::Command getClientConnections();
inline constexpr std::array moveStatusesUnderWay{"Queued", "InProgress", "CompletionInProgress"};
[[nodiscard]] psrp::Command getMoveRequests(const std::string& status); // one of these
[[nodiscard]] psrp::Command searchDatabaseMoves(domain::Time since);
[[nodiscard]] psrp::Command getBootTime(); // when Windows started
// The comments since that time: of all that are found, those of this page (domain::auditCommentsAPage), counted from 0.
[[nodiscard]] psrp::Command searchAuditComments(domain::Time since, int page);
// Asks which of Drydock's cmdlets are granted, and with which parameters.
[[nodiscard]] psrp::Command getPermissions();

// Returns the command with -DomainController, if its cmdlet takes one and the name is not empty.
[[nodiscard]] psrp::Command atDomainController(psrp::Command command, const std::string& domainController);

// Converts a plan's command. Names and values are unchanged and typed.
[[nodiscard]] psrp::Command toWire(const maintenance::Command& command);

// Returns the names of all Exchange cmdlets that Drydock may send.
[[nodiscard]] const std::vector<std::string>& exchangeCmdlets();

} // namespace drydock::exchange
