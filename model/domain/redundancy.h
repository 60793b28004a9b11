// How many copies of a database can be counted on.
#pragma once

#include "model/domain/dag_snapshot.h"

#include <map>
#include <vector>

namespace drydock::domain {

// Good copies of the databases of a snapshot; what is the same for all copies of a server is judged once. Keeps
// pointers into the snapshot, which must outlive it.
class RedundancyIndex
{
public:
    explicit RedundancyIndex(const DagSnapshot& snapshot);

    [[nodiscard]] const std::vector<const DatabaseCopy*>& copiesOf(const DatabaseName& database) const;
    // Whether the copy counts as redundancy: mounted, or healthy, not lagged, not suspended, with good queues, on a
    // server that is neither blocked nor in maintenance.
    [[nodiscard]] bool isGood(const DatabaseCopy& copy) const;
    // Good copies, the mounted one included, on servers other than `except`.
    [[nodiscard]] int goodCopies(const DatabaseName& database, const ServerName& except = {}) const;

private:
    std::map<ServerName, bool> m_canActivate;
    std::map<DatabaseName, std::vector<const DatabaseCopy*>> m_copies;
};

// The least number of good copies over all databases of a DAG, with the number every database should have.
struct Redundancy {
    int least = 0;
    int of = 0;
    DatabaseName worst;
    bool operator==(const Redundancy&) const = default;
};
[[nodiscard]] Redundancy redundancyOf(const DagSnapshot& snapshot, const DagName& dag);

} // namespace drydock::domain
