// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The result of evaluating a condition, and functions that make one.
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
    domain::LocalizableText found; // a sentence for "waiting for" and for the report
    bool early = false;            // met, but perhaps only because a service has just started
    bool needsGoOnWithout = false; // not met, and no wait meets it: the operator may go on without it
    bool withinSkew = false;       // not met, and a difference of two servers' clocks may be why
    bool inProgress = false;       // not met, and a change that would meet it is under way
};

// The readings that a condition needs.
using Needs = std::set<std::pair<domain::SnapshotSection, domain::ServerName>>;

[[nodiscard]] ConditionResult met(domain::LocalizableText found);
[[nodiscard]] ConditionResult notMet(domain::LocalizableText found);
[[nodiscard]] ConditionResult unknown(domain::LocalizableText found);
[[nodiscard]] ConditionResult metIf(bool value, domain::LocalizableText found);
// Returns Unknown for a section that was not read; `found` holds the error of the reading, if there is one.
[[nodiscard]] ConditionResult unread(const domain::DagSnapshot& snapshot, domain::SnapshotSection section,
                                     const domain::ServerName& server);
// Returns whether the account may not read the section, or is not shown to the server at all (HostNotTrusted). That
// says nothing about the server, and no wait changes it.
[[nodiscard]] bool isRefused(const domain::DagSnapshot& snapshot, domain::SnapshotSection section,
                             const domain::ServerName& server);

} // namespace drydock::maintenance
