// How many copies of a database can be counted on.
#include "model/domain/health_rules.h"

#include <algorithm>

namespace drydock::domain {
namespace {

// Best-copy selection refuses a server whose policy is Blocked, that moves its databases away, or whose HighAvailability
// component is not Active (exchange.md 3.1, "BCS selection").
bool canActivate(const DagSnapshot& snapshot, const DatabaseCopy& copy)
{
    if (copy.autoActivationPolicy.value == AutoActivationPolicy::Blocked) return false;
    if (const auto* server = snapshot.server(copy.server))
        if (server->autoActivationPolicy.value == AutoActivationPolicy::Blocked || server->activationDisabledAndMoveNow) return false;
    if (const auto* ha = snapshot.component(copy.server, component::highAvailability); ha && ha->state.value != ServiceState::Active)
        return false;
    const auto state = stateOf(snapshot, copy.server);
    return state == ServerState::Serving || state == ServerState::Leaving;
}

} // namespace

bool isGoodCopy(const DagSnapshot& snapshot, const DatabaseCopy& copy, const QueueLimits& limits)
{
    if (copy.active) return copy.status.value == CopyStatus::Mounted;
    return copy.status.value == CopyStatus::Healthy && !copy.lagged() && !copy.activationSuspended && !copy.lastLogInfoIsStale &&
           copy.copyQueueLength.value_or(0) <= limits.copyGood && copy.replayQueueLength.value_or(0) <= limits.replayGood &&
           canActivate(snapshot, copy);
}

int goodCopiesElsewhere(const DagSnapshot& snapshot, const DatabaseName& database, const ServerName& except)
{
    const auto copies = snapshot.copiesOf(database);
    return static_cast<int>(std::count_if(copies.begin(), copies.end(), [&](const DatabaseCopy* copy) {
        return copy->server != except && isGoodCopy(snapshot, *copy);
    }));
}

Redundancy redundancyOf(const DagSnapshot& snapshot, const DagName& dag)
{
    std::optional<Redundancy> worst;
    for (const auto& database : snapshot.databases) {
        // A database with one copy has no redundancy to measure; the attention list names it.
        if (database.dag != dag || database.singleCopy() || database.recovery || database.excludedFromMonitoring) continue;
        const auto copies = snapshot.copiesOf(database.name);
        Redundancy found{0, 0, database.name};
        for (const auto* copy : copies) {
            if (!copy->lagged()) ++found.of;
            if (isGoodCopy(snapshot, *copy)) ++found.least;
        }
        const bool worse = !worst || found.least < worst->least ||
                           (found.least == worst->least && found.of - found.least > worst->of - worst->least);
        if (worse) worst = found;
    }
    return worst.value_or(Redundancy{});
}

} // namespace drydock::domain
