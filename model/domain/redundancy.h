// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Says where a database would go if it left its server and why not elsewhere, and counts the good copies of a database.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/localizable_text.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drydock::domain {

// A server with a passive copy of a database.
struct ActivationCandidate {
    ServerName server;
    const DatabaseCopy* copy = nullptr; // nullptr: not read
    LocalizableText refusal;            // why the copy cannot become active; empty if it can
    bool countsLast = false;            // its content index is crawling

    [[nodiscard]] bool accepted() const noexcept { return refusal.empty(); }
};

// The candidates of a database in the order in which best-copy selection would take them; those that it refuses are
// at the end.
struct Destination {
    std::vector<ActivationCandidate> candidates;

    // Returns the server where the database would go; nullptr if it has nowhere to go.
    [[nodiscard]] const ActivationCandidate* target() const noexcept
    {
        return candidates.empty() || !candidates.front().accepted() ? nullptr : &candidates.front();
    }
};

// Indexes the copies of a snapshot, and assesses each server once for all of its copies. It keeps pointers into the
// snapshot, which must outlive it.
class RedundancyIndex
{
public:
    // The number of databases that are about to become active on a server, beside those that are active there now.
    using Arrivals = std::map<ServerName, int>;

    explicit RedundancyIndex(const DagSnapshot& snapshot);

    [[nodiscard]] const std::vector<const DatabaseCopy*>& copiesOf(const DatabaseName& database) const;
    // Returns where the database is active; an empty name if that is not known.
    [[nodiscard]] ServerName activeOn(const DatabaseName& database) const;
    // Returns why best-copy selection, or the rule that a target must have caught up, refuses the passive copy
    // (exchange.md 3.1); an empty text if it does not.
    [[nodiscard]] LocalizableText refusal(const DatabaseCopy& copy, const Arrivals& arrivals = {}) const;
    // Returns where the database would go if it left the server on which it is active.
    [[nodiscard]] Destination destinationOf(const Database& database, const Arrivals& arrivals = {}) const;
    // Returns whether the copy counts as redundancy: it is mounted or left dismounted on purpose, or nothing refuses
    // it.
    [[nodiscard]] bool isGood(const DatabaseCopy& copy) const;
    // Returns the number of good copies, the mounted one included, on servers other than `except`.
    [[nodiscard]] int goodCopies(const DatabaseName& database, const ServerName& except = {}) const;

private:
    struct Host {
        LocalizableText refusal; // of every copy on the server
        std::string site;
        bool ownSiteOnly = false;
        bool hasContentIndex = true; // before Exchange 2019
        std::optional<int> maximumActive;
        int active = 0;
    };
    [[nodiscard]] Host hostOf(const DagSnapshot& snapshot, const ServerName& name) const;
    [[nodiscard]] LocalizableText placeRefusal(const DatabaseCopy& copy, const Host& host,
                                               const Arrivals& arrivals) const;
    [[nodiscard]] LocalizableText contentIndexRefusal(const DatabaseCopy& copy, const Host& host) const;

    std::map<ServerName, Host> m_hosts;
    std::map<DatabaseName, const DatabaseCopy*> m_active;
    std::map<DatabaseName, ServerName> m_mountedOn;
    std::map<DatabaseName, std::vector<const DatabaseCopy*>> m_copies;
};

// What becomes of a replicated database with a copy on a server when that server goes down.
struct DatabaseOutlook {
    const Database* database = nullptr;
    bool activeHere = false;
    Destination destination; // where it goes, or may go later
    int goodElsewhere = 0;

    [[nodiscard]] bool keepsService() const noexcept
    {
        return activeHere ? destination.target() != nullptr : goodElsewhere > 0;
    }
};
// Returns the outlook of each replicated database with a copy on the server. Recovery databases are left out, and those
// that are excluded from monitoring and active elsewhere. The places on servers with a maximum of active databases are
// shared out in the order of the databases.
[[nodiscard]] std::vector<DatabaseOutlook> outlookWithout(const DagSnapshot& snapshot, const RedundancyIndex& index,
                                                          const ServerName& server);

// The database of a DAG with the smallest number of good copies, that number, and the number of its copies that are not
// lagged.
struct Redundancy {
    int goodCopies = 0;
    int unlaggedCopies = 0;
    DatabaseName weakestDatabase;
    bool operator==(const Redundancy&) const = default;
};
[[nodiscard]] Redundancy redundancyOf(const DagSnapshot& snapshot, const DagName& dag);

} // namespace drydock::domain
