// What a condition finds in a snapshot, and how that is put together.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/localizable_text.h"

#include <set>
#include <string>
#include <utility>

namespace drydock::maintenance {

enum class ConditionStatus { Met, NotMet, Unknown };

struct ConditionResult {
    ConditionStatus status = ConditionStatus::Unknown;
    domain::LocalizableText found; // what was found, in words, for "waiting for" and for the report
    bool early = false;            // it holds, but perhaps only because a service has just started
};

// The readings that a condition needs.
using Needs = std::set<std::pair<domain::SnapshotSection, domain::ServerName>>;

[[nodiscard]] ConditionResult met(domain::LocalizableText found);
[[nodiscard]] ConditionResult notMet(domain::LocalizableText found);
[[nodiscard]] ConditionResult unknown(domain::LocalizableText found);
[[nodiscard]] ConditionResult metIf(bool value, domain::LocalizableText found);
// Unknown for want of a reading, with its error where there is one.
[[nodiscard]] ConditionResult unread(const domain::DagSnapshot& snapshot, domain::SnapshotSection section,
                                     const domain::ServerName& server);
// "DB01, DB02".
[[nodiscard]] std::string joined(const std::vector<std::string>& names);

} // namespace drydock::maintenance
