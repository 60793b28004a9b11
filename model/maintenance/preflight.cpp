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

// The kinds of run of which a check is, as bits.
constexpr unsigned of(RunKind runKind) { return 1U << static_cast<unsigned>(runKind); }
constexpr unsigned enter = of(RunKind::Enter), reinstate = of(RunKind::Reinstate);
constexpr unsigned ofServer = enter | reinstate | of(RunKind::Reboot); // those about one server
constexpr unsigned any = ofServer | of(RunKind::Rebalance);

struct RegisteredCheck {
    const char* id; // never changes, because journals and scripts hold it
    Check (*check)(const Context& context);
    unsigned runKinds;
    bool (*condition)(const Context& context) = always;

    [[nodiscard]] bool applies(const Context& context) const
    {
        return isOf(context.input.runKind) && condition(context);
    }
    [[nodiscard]] bool isOf(RunKind wanted) const { return (runKinds & of(wanted)) != 0; }
};

// The checks in the order in which they are shown.
constexpr RegisteredCheck registry[] = {
    {"databases-away", checks::databasesAway, of(RunKind::Rebalance)},
    {"server-reachable", checks::serverReachable, ofServer},
    {"already", checks::alreadyThere, ofServer},
    {"setup-running", checks::setupRunning, ofServer},
    {"other-run", checks::otherRun, any},
    {"organisation-record", checks::organisationRecord, any},
    {"copies-elsewhere", checks::copiesElsewhere, enter, inDag},
    {"single-copy", checks::singleCopy, enter},
    {"other-in-maintenance", checks::otherInMaintenance, enter, inDag},
    {"quorum", checks::quorum, enter, inDag},
    {"redirect-target", checks::redirectTarget, enter},
    {"queues", checks::queues, enter},
    {"cluster-node", checks::clusterNode, enter, inDag},
    {"dismounted-database", checks::dismountedDatabases, enter, inDag},
    {"backup-or-seed", checks::backupOrSeed, enter},
    {"primary-active-manager", checks::primaryActiveManager, enter, inDag},
    {"policy-blocked-before", checks::policyBlockedBefore, enter, inDag},
    {"original-settings", checks::inheritedSettings, enter, whereInherited},
    {"services", checks::services, reinstate},
    {"original-settings", checks::originalSettings, reinstate},
    {"left-by-update", checks::leftByUpdate, reinstate},
    {"pending-reboot", checks::pendingReboot, enter | reinstate},
    {"mailbox-moves", checks::mailboxMoves, enter},
    {"capacity", checks::capacity, enter, inDag},
    {"move-suppression", checks::moveSuppression, enter, inDag},
    {"client-connections", checks::clientConnections, enter},
    {"load-balancer", checks::loadBalancer, enter | reinstate},
    {"directory-replication", checks::directoryReplication, enter | reinstate},
    {"connectivity", checks::connectivity, enter | reinstate},
    {"clock-skew", checks::clockSkew, ofServer},
    {"cmdlets-granted", checks::cmdletsGranted, any},
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

std::set<std::string> checkIds(RunKind runKind)
{
    std::set<std::string> ids;
    for (const auto& entry : registry)
        if (entry.isOf(runKind)) ids.insert(entry.id);
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
