// Get-MailboxDatabase, Get-MailboxDatabaseCopyStatus and Move-ActiveMailboxDatabase to domain values
// (exchange.md 4.3, 5.2, 5.5).
#pragma once

#include "model/domain/database_copy.h"
#include "model/maintenance/run_state.h"
#include "remoting/clixml/value.h"
#include "remoting/exchange/value_conversion.h"

#include <map>
#include <utility>
#include <vector>

namespace drydock::exchange {

// The replay lag of each copy; only Get-MailboxDatabase tells it, so it is kept between readings.
using ReplayLags = std::map<std::pair<domain::DatabaseName, domain::ServerName>, domain::Duration>;

[[nodiscard]] std::vector<domain::Database> mapDatabases(const std::vector<clixml::Value>& objects);
[[nodiscard]] ReplayLags mapReplayLags(const std::vector<clixml::Value>& databases);
[[nodiscard]] Mapped<domain::DatabaseCopy> mapCopies(const std::vector<clixml::Value>& objects, const ReplayLags& lags);
// What Move-ActiveMailboxDatabase reports for each database.
[[nodiscard]] std::vector<maintenance::DatabaseMove> mapMoves(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
