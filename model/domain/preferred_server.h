// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Says which databases of a group are away from their preferred server, why one cannot go home, and when Exchange
// brings them home by itself (exchange.md 4.3).
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/localizable_text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace drydock::domain {

// How often each database was moved within moveSuppressionWindow, as far as known.
using RecentMoves = std::map<DatabaseName, int>;

// A replicated database, where it is active, and its copy on the preferred server.
struct DatabasePlace {
    DatabaseName database;
    ServerName activeOn;                         // empty: not known
    ServerName preferred;                        // the server with the lowest activation preference; empty: not known
    std::optional<std::int64_t> copyQueueLength; // of the copy there, as the next ones
    std::optional<std::int64_t> replayQueueLength;
    Duration replayLag{0};
    LocalizableText refusal; // why the database cannot go there now; empty if it can, or is there
    bool operator==(const DatabasePlace&) const;

    [[nodiscard]] bool atHome() const { return !preferred.empty() && activeOn == preferred; }
    [[nodiscard]] bool goesHome() const { return !atHome() && refusal.empty(); }
};

// Returns the places of the replicated databases of the group, without recovery databases. The databases go one after
// another in this order: one that has left makes room on a server with a maximum of active databases.
[[nodiscard]] std::vector<DatabasePlace> placesIn(const DagSnapshot& snapshot, const DagName& group,
                                                  const RecentMoves& recent = {});

// How many databases of a group are active on a server.
struct ServerShare {
    ServerName server;
    int before = 0;
    int planned = 0;   // when all that can have gone home
    int actual = 0;    // when those of `moved` are where it says
    int preferred = 0; // when all are at home
    bool operator==(const ServerShare&) const = default;
};
[[nodiscard]] std::vector<ServerShare> sharesOf(const std::vector<DatabasePlace>& places,
                                                const std::map<DatabaseName, ServerName>& moved = {});

// When Exchange brings the databases of a group home by itself.
enum class ReturnHome { Unknown, Never, Periodically };
[[nodiscard]] ReturnHome returnHomeOf(const AvailabilityGroup& group);
// Returns the time by which it does so at the latest. Exchange publishes the period, not when the last one began. Empty
// unless it does so periodically.
[[nodiscard]] std::optional<Time> homeBy(const AvailabilityGroup& group, Time now);
// Returns the same as a sentence.
[[nodiscard]] LocalizableText homeForecast(const AvailabilityGroup& group, Time now);

} // namespace drydock::domain
