// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Counts the good copies of a database.
#pragma once

#include "model/domain/dag_snapshot.h"

#include <map>
#include <vector>

namespace drydock::domain {

// Indexes the copies of a snapshot, and assesses each server once for all of its copies. It keeps pointers into the
// snapshot, which must outlive it.
class RedundancyIndex
{
public:
    explicit RedundancyIndex(const DagSnapshot& snapshot);

    [[nodiscard]] const std::vector<const DatabaseCopy*>& copiesOf(const DatabaseName& database) const;
    // Returns whether the copy counts as redundancy: it is mounted, or it is healthy, not lagged, not suspended, with
    // good queues, and its server is neither blocked nor in maintenance.
    [[nodiscard]] bool isGood(const DatabaseCopy& copy) const;
    // Returns the number of good copies, the mounted one included, on servers other than `except`.
    [[nodiscard]] int goodCopies(const DatabaseName& database, const ServerName& except = {}) const;

private:
    std::map<ServerName, bool> m_canActivate;
    std::map<DatabaseName, std::vector<const DatabaseCopy*>> m_copies;
};

// The database of a DAG with the smallest number of good copies (`worst`), that number (`least`), and the number of its
// copies that are not lagged (`of`).
struct Redundancy {
    int least = 0;
    int of = 0;
    DatabaseName worst;
    bool operator==(const Redundancy&) const = default;
};
[[nodiscard]] Redundancy redundancyOf(const DagSnapshot& snapshot, const DagName& dag);

} // namespace drydock::domain
