// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Several conditions on one snapshot together.
#pragma once

#include "model/maintenance/condition.h"

#include <string>
#include <vector>

namespace drydock::maintenance {

// The result of a list of conditions on one snapshot.
struct Evaluation {
    bool met = true;
    bool notMet = false;          // at least one is NotMet; otherwise the unmet ones are Unknown
    bool inProgress = false;      // at least one is in progress: a database is mounting, a service is starting
    bool early = false;           // one of them may be met only because a service has just started
    bool onlyGoOnWithout = false; // no wait meets what is unmet: the operator may go on without it
    // The only unmet condition is ServiceNoticed: the start time could not be read, or two clocks may differ.
    bool onlyStartUnread = false;
    std::vector<std::string> evidence;
    domain::LocalizableText missing; // the first condition that is not met, as it was found
    std::string allMissing;          // all of them, in English
};
[[nodiscard]] Evaluation evaluateAll(const std::vector<Condition>& conditions, const domain::DagSnapshot& snapshot);

} // namespace drydock::maintenance
