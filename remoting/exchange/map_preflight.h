// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts the output of the cmdlets that only a pre-flight asks for to domain values (exchange.md 5.8).
#pragma once

#include "model/domain/preflight_readings.h"
#include "remoting/clixml/value.h"
#include "remoting/exchange/value_conversion.h"
#include "remoting/psrp/records.h"

#include <optional>
#include <vector>

namespace drydock::exchange {

// Reads the answers of testRebootKeys(). Malformed: there is not one for each key.
[[nodiscard]] std::optional<domain::Error> readRebootKeys(const std::vector<clixml::Value>& answers,
                                                          domain::PendingReboot& reboot);
// Reads the values of the key of getFileRenames(). Malformed: there is no such key.
[[nodiscard]] std::optional<domain::Error> readFileRenames(const std::vector<clixml::Value>& values,
                                                           domain::PendingReboot& reboot);

// Counts the output of Get-NetTCPConnection without the connections of the server to itself.
[[nodiscard]] domain::ClientConnections countConnections(const std::vector<clixml::Value>& connections,
                                                         const domain::ServerName& server);
// Returns whether the cmdlet reports that there is no such connection.
[[nodiscard]] bool saysNoConnection(const psrp::ErrorRecord& error);

// Converts the output of Get-MoveRequest. The mailboxes of archives that move alone are among them.
[[nodiscard]] std::vector<domain::MoveRequest> mapMoveRequests(const std::vector<clixml::Value>& objects);
// Converts the entries of Move-ActiveMailboxDatabase in the admin audit log. An entry without its time is left out and
// reported as unreadable.
[[nodiscard]] Mapped<domain::AuditedMove> mapDatabaseMoves(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
