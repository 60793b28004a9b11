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
#include <vector>

namespace drydock::exchange {

// What only Get-MailboxDatabase tells of the copies of a database. It is kept between readings.
struct CopyTraits {
    std::map<domain::ServerName, domain::Duration> replayLags;
    bool recovery = false;
    bool mountAtStartup = true;

    void applyTo(domain::DatabaseCopy& copy) const;
    bool operator==(const CopyTraits&) const = default;
};
using DatabaseTraits = std::map<domain::DatabaseName, CopyTraits>;

[[nodiscard]] std::vector<domain::Database> mapDatabases(const std::vector<clixml::Value>& objects);
[[nodiscard]] DatabaseTraits mapDatabaseTraits(const std::vector<clixml::Value>& databases);
// A copy without its active flag is left out and reported as unreadable.
[[nodiscard]] Mapped<domain::DatabaseCopy> mapCopies(const std::vector<clixml::Value>& objects,
                                                     const DatabaseTraits& traits);
// Converts the result of each database that Move-ActiveMailboxDatabase moved.
[[nodiscard]] std::vector<maintenance::DatabaseMove> mapMoves(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
