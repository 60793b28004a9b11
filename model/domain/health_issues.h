// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Lists what an operator should look at in a snapshot, with advice. For people, and in the output of the command line,
// it is "needs attention".
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/health_rules.h"

#include <string>
#include <vector>

namespace drydock::domain {

struct HealthIssue {
    Severity severity = Severity::Warning;
    std::string subject;    // "DB-test", "DB09\MAIL", "ImapProxy on MAIL3"
    LocalizableText text;   // what is wrong
    LocalizableText advice; // what to do; may be empty
    ServerName server;
    DatabaseName database;
    DagName dag = {}; // set if the issue is about a group as a whole
    bool operator==(const HealthIssue&) const = default;
};

// Returns the issues, worst first.
[[nodiscard]] std::vector<HealthIssue> healthIssues(const DagSnapshot& snapshot);

} // namespace drydock::domain
