// What changed between two snapshots, for the log, the report and "before and after".
#pragma once

#include "model/domain/dag_snapshot.h"

#include <string>
#include <vector>

namespace drydock::domain {

struct Change {
    std::string subject;  // "MAIL", "DB01\MAIL", "MAIL HubTransport"
    std::string property; // "DatabaseCopyAutoActivationPolicy", "Status", "State"
    std::string before;   // empty: did not exist
    std::string after;    // empty: exists no more
    bool operator==(const Change&) const = default;
};

// Changes of settings and states (queue lengths and times are left out: they always change).
[[nodiscard]] std::vector<Change> difference(const DagSnapshot& before, const DagSnapshot& after);

} // namespace drydock::domain
