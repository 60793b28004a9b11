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
    bool early = false;            // it is met, but perhaps only because a service has just started
    bool inProgress = false;       // it is not met yet, and what would meet it is under way
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

} // namespace drydock::maintenance
