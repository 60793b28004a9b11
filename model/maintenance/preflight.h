// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Runs the checks before a maintenance. Each check says what was expected, what was found, with which evidence, and why
// it matters.
#pragma once

#include "model/maintenance/check_result.h"
#include "model/maintenance/organisation_record.h"
#include "model/maintenance/permissions.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/recorded_settings.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drydock::maintenance {

struct Check {
    // A stable id ("single-copy"). The table in preflight.cpp lists all of them, app/docs/cli.md explains them.
    std::string id;
    domain::LocalizableText title;
    CheckResult result = CheckResult::Pass;
    domain::LocalizableText expected;
    domain::LocalizableText found;
    std::vector<std::string> evidence; // raw values: "DB01\MAIL2 Healthy copy 0 replay 0"
    domain::LocalizableText why;
    domain::Time at{};
    bool overridable = true; // the operator may override a block by typing the server's name
    bool operator==(const Check&) const = default;
};

struct PreflightInput {
    RunKind runKind = RunKind::Enter;
    domain::ServerName server;
    std::string redirectTarget;                                 // FQDN; empty: the suggested one; "-": none
    const CmdletPermissions* exchangePermissions = nullptr;     // nullptr: could not be read
    bool readOnly = false;                                      // --read-only
    domain::Result<std::optional<RecordedSettings>> original{}; // originalSettings() of the journals
    std::vector<RunListing> runs{};                             // the runs of the journals, newest first
    std::vector<OrganisationRun> organisation{};                // organisationRuns(), newest first
    ReinstateOptions reinstate{};                               // the operator's choice where there is no record
    const Plan* plan = nullptr; // the plan to check; nullptr: the plan with default options
};

[[nodiscard]] std::vector<Check> preflight(const domain::DagSnapshot& snapshot, const PreflightInput& input);
// Returns the ids of all checks that can occur before a kind of run.
[[nodiscard]] std::set<std::string> checkIds(RunKind runKind);
// Returns the worst result. A block whose id is in `overridden` counts as a warning.
[[nodiscard]] CheckResult overall(const std::vector<Check>& checks, const std::set<std::string>& overridden = {});

} // namespace drydock::maintenance
