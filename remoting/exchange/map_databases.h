// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts the output of Get-MailboxDatabase, Get-MailboxDatabaseCopyStatus and Move-ActiveMailboxDatabase to domain
// values (exchange.md 4.3, 5.2, 5.5).
#pragma once

#include "model/domain/database_copy.h"
#include "model/maintenance/run_state.h"
#include "remoting/clixml/value.h"
#include "remoting/exchange/value_conversion.h"

#include <map>
#include <utility>
#include <vector>

namespace drydock::exchange {

// The replay lag of each copy. Only Get-MailboxDatabase returns it, so it is kept between readings.
using ReplayLags = std::map<std::pair<domain::DatabaseName, domain::ServerName>, domain::Duration>;

[[nodiscard]] std::vector<domain::Database> mapDatabases(const std::vector<clixml::Value>& objects);
[[nodiscard]] ReplayLags mapReplayLags(const std::vector<clixml::Value>& databases);
// A copy without its active flag is left out and reported as unreadable.
[[nodiscard]] Mapped<domain::DatabaseCopy> mapCopies(const std::vector<clixml::Value>& objects, const ReplayLags& lags);
// Converts the result of each database that Move-ActiveMailboxDatabase moved.
[[nodiscard]] std::vector<maintenance::DatabaseMove> mapMoves(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
