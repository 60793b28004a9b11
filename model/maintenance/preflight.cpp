// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/preflight.h"

#include "model/domain/enum_names.h"
#include "model/maintenance/preflight_common.h"
#include "model/maintenance/preflight_enter.h"
#include "model/maintenance/preflight_rebalance.h"
#include "model/maintenance/preflight_reinstate.h"
#include "model/maintenance/preflight_surroundings.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

constexpr EnumName<CheckResult> checkResultNames[] = {
    {CheckResult::Pass, "pass"},
    {CheckResult::Warn, "warn"},
    {CheckResult::Block, "block"},
};
static_assert(namesAll(checkResultNames, CheckResult::Block));

using checks::Context;

bool always(const Context&) { return true; }
bool inDag(const Context& context) { return context.inDag; }
bool whereInherited(const Context& context) { return context.input.plan && !context.input.plan->inheritedFrom.empty(); }

struct RegisteredCheck {
    const char* id; // never changes, because journals and scripts hold it
    Check (*check)(const Context& context);
    std::optional<Direction> direction; // empty: into maintenance and back
    bool (*condition)(const Context& context) = always;

    [[nodiscard]] bool applies(const Context& context) const
    {
        return isOf(context.input.direction) && condition(context);
    }
    [[nodiscard]] bool isOf(Direction wanted) const
    {
        return direction ? *direction == wanted : wanted != Direction::Rebalance;
    }
};

// The checks in the order in which they are shown.
constexpr RegisteredCheck registry[] = {
    {"server-reachable", checks::serverReachable, {}},
    {"already", checks::alreadyThere, {}},
    {"setup-running", checks::setupRunning, {}},
    {"other-run", checks::otherRun, {}},
    {"organisation-record", checks::organisationRecord, {}},
    {"copies-elsewhere", checks::copiesElsewhere, Direction::Enter, inDag},
    {"single-copy", checks::singleCopy, Direction::Enter},
    {"other-in-maintenance", checks::otherInMaintenance, Direction::Enter, inDag},
    {"quorum", checks::quorum, Direction::Enter, inDag},
    {"redirect-target", checks::redirectTarget, Direction::Enter},
    {"queues", checks::queues, Direction::Enter},
    {"cluster-node", checks::clusterNode, Direction::Enter, inDag},
    {"dismounted-database", checks::dismountedDatabases, Direction::Enter, inDag},
    {"backup-or-seed", checks::backupOrSeed, Direction::Enter},
    {"primary-active-manager", checks::primaryActiveManager, Direction::Enter, inDag},
    {"policy-blocked-before", checks::policyBlockedBefore, Direction::Enter, inDag},
    {"original-settings", checks::inheritedSettings, Direction::Enter, whereInherited},
    {"services", checks::services, Direction::Reinstate},
    {"original-settings", checks::originalSettings, Direction::Reinstate},
    {"left-by-update", checks::leftByUpdate, Direction::Reinstate},
    {"pending-reboot", checks::pendingReboot, {}},
    {"mailbox-moves", checks::mailboxMoves, Direction::Enter},
    {"capacity", checks::capacity, Direction::Enter, inDag},
    {"move-suppression", checks::moveSuppression, Direction::Enter, inDag},
    {"client-connections", checks::clientConnections, Direction::Enter},
    {"load-balancer", checks::loadBalancer, {}},
    {"directory-replication", checks::directoryReplication, {}},
    {"connectivity", checks::connectivity, {}},
    {"clock-skew", checks::clockSkew, {}},
    {"cmdlets-granted", checks::cmdletsGranted, {}},
    {"databases-away", checks::databasesAway, Direction::Rebalance},
    {"other-run", checks::otherRun, Direction::Rebalance},
    {"organisation-record", checks::organisationRecord, Direction::Rebalance},
    {"cmdlets-granted", checks::cmdletsGranted, Direction::Rebalance},
};

} // namespace

const char* toString(CheckResult result) noexcept { return nameOf(checkResultNames, result); }

std::vector<Check> preflight(const DagSnapshot& snapshot, const PreflightInput& input)
{
    const auto* server = snapshot.server(input.server);
    const Context context{snapshot, input, snapshot.groupOf(input.server) || (server && !server->dag.empty())};
    std::vector<Check> list;
    for (const auto& entry : registry) {
        if (!entry.applies(context)) continue;
        auto check = entry.check(context);
        check.id = entry.id;
        check.at = snapshot.takenAt;
        list.push_back(std::move(check));
    }
    return list;
}

std::set<std::string> checkIds(Direction direction)
{
    std::set<std::string> ids;
    for (const auto& entry : registry)
        if (entry.isOf(direction)) ids.insert(entry.id);
    return ids;
}

CheckResult overall(const std::vector<Check>& checks, const std::set<std::string>& overridden)
{
    auto worst = CheckResult::Pass;
    for (const auto& check : checks) {
        auto result = check.result;
        if (result == CheckResult::Block && check.overridable && overridden.count(check.id) != 0)
            result = CheckResult::Warn;
        worst = std::max(worst, result);
    }
    return worst;
}

} // namespace drydock::maintenance
