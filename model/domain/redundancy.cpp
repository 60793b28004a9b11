// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/redundancy.h"

#include "model/domain/copy_queues.h"
#include "model/domain/server_state.h"

#include <algorithm>

namespace drydock::domain {
namespace {

// Returns whether best-copy selection accepts the server. It refuses one whose policy is Blocked, that moves its
// databases away, or whose HighAvailability component is not Active (exchange.md 3.1, "BCS selection"). A server that
// is in maintenance, on its way there or unreachable is left out too.
bool canActivate(const DagSnapshot& snapshot, const ServerName& name)
{
    if (const auto* server = snapshot.server(name))
        if (server->autoActivationPolicy.value == AutoActivationPolicy::Blocked || server->activationDisabledAndMoveNow)
            return false;
    if (const auto* ha = snapshot.component(name, component::highAvailability);
        ha && ha->state.value != ServiceState::Active)
        return false;
    const auto state = stateOf(snapshot, name);
    return state == ServerState::Serving || state == ServerState::Leaving;
}

// Assesses the copy alone, without its server.
bool isHealthyPassive(const DatabaseCopy& copy)
{
    return copy.status.value == CopyStatus::Healthy && !copy.lagged() && !copy.activationSuspended &&
           !copy.lastLogInfoIsStale && copy.autoActivationPolicy.value != AutoActivationPolicy::Blocked &&
           hasGoodQueues(copy);
}

} // namespace

RedundancyIndex::RedundancyIndex(const DagSnapshot& snapshot)
{
    for (const auto& copy : snapshot.copies) {
        m_copies[copy.database].push_back(&copy);
        if (m_canActivate.find(copy.server) == m_canActivate.end())
            m_canActivate[copy.server] = canActivate(snapshot, copy.server);
    }
}

const std::vector<const DatabaseCopy*>& RedundancyIndex::copiesOf(const DatabaseName& database) const
{
    static const std::vector<const DatabaseCopy*> none;
    const auto found = m_copies.find(database);
    return found == m_copies.end() ? none : found->second;
}

bool RedundancyIndex::isGood(const DatabaseCopy& copy) const
{
    if (copy.active) return copy.status.value == CopyStatus::Mounted;
    const auto server = m_canActivate.find(copy.server);
    return server != m_canActivate.end() && server->second && isHealthyPassive(copy);
}

int RedundancyIndex::goodCopies(const DatabaseName& database, const ServerName& except) const
{
    const auto& copies = copiesOf(database);
    return static_cast<int>(std::count_if(copies.begin(), copies.end(), [&](const DatabaseCopy* copy) {
        return copy->server != except && isGood(*copy);
    }));
}

Redundancy redundancyOf(const DagSnapshot& snapshot, const DagName& dag)
{
    const RedundancyIndex index(snapshot);
    std::optional<Redundancy> worst;
    for (const auto& database : snapshot.databases) {
        // A database with one copy has no redundancy to measure; the list of issues names it.
        if (database.dag != dag || database.singleCopy() || database.recovery || database.excludedFromMonitoring)
            continue;
        Redundancy found{0, 0, database.name};
        for (const auto* copy : index.copiesOf(database.name)) {
            if (!copy->lagged()) ++found.of;
            if (index.isGood(*copy)) ++found.least;
        }
        const bool worse = !worst || found.least < worst->least ||
                           (found.least == worst->least && found.of - found.least > worst->of - worst->least);
        if (worse) worst = found;
    }
    return worst.value_or(Redundancy{});
}

} // namespace drydock::domain
