// The checks before a maintenance: each with what was expected, what was found, the evidence, and why it matters.
#pragma once

#include "model/maintenance/check_result.h"
#include "model/maintenance/permissions.h"
#include "model/maintenance/run_listing.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drydock::maintenance {

struct Check {
    std::string
        id; // stable: "single-copy"; the table in preflight.cpp has all of them, and app/docs/cli.md explains them
    domain::LocalizableText title;
    CheckResult result = CheckResult::Pass;
    domain::LocalizableText expected;
    domain::LocalizableText found;
    std::vector<std::string> evidence; // raw values: "DB01\MAIL2 Healthy copy 0 replay 0"
    domain::LocalizableText why;
    domain::Time at{};
    bool overridable = true; // a block an operator may override by typing the server's name
    bool operator==(const Check&) const = default;
};

struct PreflightInput {
    Direction direction = Direction::Enter;
    domain::ServerName server;
    std::string redirectTarget;                                 // as wished: FQDN; empty: the suggested one; "-": none
    const CmdletPermissions* exchangePermissions = nullptr;     // nullptr: could not be asked
    bool readOnly = false;                                      // --read-only
    domain::Result<std::optional<RecordedSettings>> original{}; // originalSettings() of the journals
    std::vector<RunListing> runs{};                             // what the journals tell, newest first
    const Plan* plan = nullptr; // what would be sent; nullptr: the plan that is made without wishes
};

[[nodiscard]] std::vector<Check> preflight(const domain::DagSnapshot& snapshot, const PreflightInput& input);
// The ids of all checks that there may be in a direction.
[[nodiscard]] std::set<std::string> checkIds(Direction direction);
// The worst result, blocks whose id is in `overridden` counted as warnings.
[[nodiscard]] CheckResult overall(const std::vector<Check>& checks, const std::set<std::string>& overridden = {});

} // namespace drydock::maintenance
