// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/redundancy.h"

#include "model/domain/copy_queues.h"
#include "model/domain/messages.h"
#include "model/domain/server_state.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

namespace drydock::domain {
namespace {

bool isIndex(const DatabaseCopy& copy, std::string_view state)
{
    return equalsIgnoringCase(copy.contentIndexState, state);
}

// Best-copy selection refuses a server whose policy is Blocked, that moves its databases away, or whose
// HighAvailability component is not Active (exchange.md 3.1). A server that is in maintenance, on its way there or
// unreachable is refused too.
LocalizableText serverRefusal(const DagSnapshot& snapshot, const ServerName& name)
{
    const auto state = stateOf(snapshot, name);
    const auto stateRefuses = sentence<"detail-of">(name.text(), stateWord(state));
    if (state == ServerState::InMaintenance || state == ServerState::Unreachable || state == ServerState::Unknown ||
        state == ServerState::NotManaged)
        return stateRefuses;
    if (const auto* server = snapshot.server(name)) {
        if (server->autoActivationPolicy.value == AutoActivationPolicy::Blocked)
            return sentence<"activation-blocked-on">(name.text());
        if (server->activationDisabledAndMoveNow) return sentence<"moves-databases-away">(name.text());
    }
    if (const auto* ha = snapshot.component(name, component::highAvailability);
        ha && ha->state.value != ServiceState::Active)
        return sentence<"high-availability-is">(name.text(), ha->state.text);
    return state == ServerState::Serving || state == ServerState::Leaving ? LocalizableText() : stateRefuses;
}

LocalizableText queueRefusal(const DatabaseCopy& copy)
{
    if (!copy.lastLogPublished) return sentence<"last-log-not-published">();
    if (copy.lastLogInfoIsStale) return sentence<"queue-lengths-stale">();
    const auto length = copyQueueLevel(copy);
    const auto replay = replayQueueLevel(copy);
    if (length == QueueLevel::Unknown || replay == QueueLevel::Unknown) return sentence<"queue-lengths-not-reported">();
    if (length != QueueLevel::Good) return sentence<"copy-queue-is">(std::to_string(*copy.copyQueueLength));
    if (replay != QueueLevel::Good) return sentence<"replay-queue-is">(std::to_string(*copy.replayQueueLength));
    return {};
}

// Assesses the copy alone, without its server.
LocalizableText copyRefusal(const DatabaseCopy& copy)
{
    if (copy.status.value != CopyStatus::Healthy) return sentence<"status-is">(copy.status.text);
    if (copy.lagged()) return sentence<"lagged-copy">();
    if (copy.activationSuspended) return sentence<"activation-suspended">();
    if (copy.autoActivationPolicy.value == AutoActivationPolicy::Blocked)
        return sentence<"activation-blocked-on">(copy.server.text());
    return queueRefusal(copy);
}

} // namespace

RedundancyIndex::RedundancyIndex(const DagSnapshot& snapshot)
{
    for (const auto& copy : snapshot.copies) {
        m_copies[copy.database].push_back(&copy);
        if (copy.active) m_active[copy.database] = &copy;
        if (!m_hosts.contains(copy.server)) m_hosts[copy.server] = hostOf(snapshot, copy.server);
        if (copy.active && !copy.recovery) ++m_hosts[copy.server].active;
    }
    for (const auto& database : snapshot.databases)
        m_mountedOn[database.name] = database.mountedOn;
}

RedundancyIndex::Host RedundancyIndex::hostOf(const DagSnapshot& snapshot, const ServerName& name) const
{
    Host host;
    host.refusal = serverRefusal(snapshot, name);
    if (const auto* server = snapshot.server(name)) {
        host.site = server->site;
        host.ownSiteOnly = server->autoActivationPolicy.value == AutoActivationPolicy::IntrasiteOnly;
        host.hasContentIndex = !server->version.hasNoContentIndex();
        host.maximumActive = server->maximumActiveDatabases;
    }
    return host;
}

const std::vector<const DatabaseCopy*>& RedundancyIndex::copiesOf(const DatabaseName& database) const
{
    static const std::vector<const DatabaseCopy*> none;
    const auto found = m_copies.find(database);
    return found == m_copies.end() ? none : found->second;
}

ServerName RedundancyIndex::activeOn(const DatabaseName& database) const
{
    if (const auto copy = m_active.find(database); copy != m_active.end()) return copy->second->server;
    const auto mounted = m_mountedOn.find(database);
    return mounted == m_mountedOn.end() ? ServerName() : mounted->second;
}

LocalizableText RedundancyIndex::placeRefusal(const DatabaseCopy& copy, const Host& host,
                                              const Arrivals& arrivals) const
{
    const auto arriving = arrivals.find(copy.server);
    const int active = host.active + (arriving == arrivals.end() ? 0 : arriving->second);
    if (host.maximumActive && active >= *host.maximumActive)
        return sentence<"maximum-active-reached">(copy.server.text(), std::to_string(*host.maximumActive));
    const auto source = m_hosts.find(activeOn(copy.database));
    if (!host.ownSiteOnly || source == m_hosts.end()) return {};
    const auto& from = source->second.site;
    const bool sitesKnown = !host.site.empty() && !from.empty();
    return sitesKnown && !equalsIgnoringCase(host.site, from) ? sentence<"own-site-only">(copy.server.text())
                                                              : LocalizableText();
}

// Best-copy selection looks at the content index of 2013 and 2016. A database without an index has it Disabled on all
// copies, and its users lose nothing by a move.
LocalizableText RedundancyIndex::contentIndexRefusal(const DatabaseCopy& copy, const Host& host) const
{
    if (!host.hasContentIndex || copy.contentIndexState.empty()) return {};
    constexpr const char* accepted[] = {"Healthy", "HealthyAndUpgrading", "Crawling", "NotApplicable"};
    if (std::any_of(std::begin(accepted), std::end(accepted), [&](const char* state) { return isIndex(copy, state); }))
        return {};
    const auto active = m_active.find(copy.database);
    if (isIndex(copy, "Disabled") && (active == m_active.end() || isIndex(*active->second, "Disabled"))) return {};
    return sentence<"content-index-is">(copy.contentIndexState);
}

LocalizableText RedundancyIndex::refusal(const DatabaseCopy& copy, const Arrivals& arrivals) const
{
    const auto found = m_hosts.find(copy.server);
    if (found == m_hosts.end()) return sentence<"copies-not-read-on">(copy.server.text());
    const auto& host = found->second;
    if (!host.refusal.empty()) return host.refusal;
    if (auto refused = copyRefusal(copy); !refused.empty()) return refused;
    if (auto refused = contentIndexRefusal(copy, host); !refused.empty()) return refused;
    return placeRefusal(copy, host, arrivals);
}

Destination RedundancyIndex::destinationOf(const Database& database, const Arrivals& arrivals) const
{
    const auto from = activeOn(database.name);
    Destination destination;
    auto& candidates = destination.candidates;
    for (const auto* copy : copiesOf(database.name)) {
        if (copy->active || copy->server == from) continue;
        const auto host = m_hosts.find(copy->server);
        const bool crawls = host != m_hosts.end() && host->second.hasContentIndex && isIndex(*copy, "Crawling");
        candidates.push_back({copy->server, copy, refusal(*copy, arrivals), crawls});
    }
    for (const auto& server : database.servers) {
        const auto& copies = copiesOf(database.name);
        if (server == from ||
            std::any_of(copies.begin(), copies.end(), [&](const DatabaseCopy* copy) { return copy->server == server; }))
            continue;
        candidates.push_back({server, nullptr, sentence<"copies-not-read-on">(server.text()), false});
    }
    const auto rank = [](const ActivationCandidate& candidate) {
        const auto preference = candidate.copy ? candidate.copy->activationPreference : std::nullopt;
        return std::tuple(!candidate.accepted(), candidate.countsLast,
                          preference.value_or(std::numeric_limits<int>::max()));
    };
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](const ActivationCandidate& a, const ActivationCandidate& b) { return rank(a) < rank(b); });
    return destination;
}

bool RedundancyIndex::isGood(const DatabaseCopy& copy) const
{
    if (copy.active) return copy.status.value == CopyStatus::Mounted || copy.dismountedOnPurpose();
    return refusal(copy).empty();
}

int RedundancyIndex::goodCopies(const DatabaseName& database, const ServerName& except) const
{
    const auto& copies = copiesOf(database);
    return static_cast<int>(std::count_if(copies.begin(), copies.end(), [&](const DatabaseCopy* copy) {
        return copy->server != except && isGood(*copy);
    }));
}

std::vector<DatabaseOutlook> outlookWithout(const DagSnapshot& snapshot, const RedundancyIndex& index,
                                            const ServerName& server)
{
    RedundancyIndex::Arrivals arrivals;
    std::vector<DatabaseOutlook> outlooks;
    for (const auto& database : snapshot.databases) {
        if (database.singleCopy() || database.recovery || !snapshot.hasCopy(database, server)) continue;
        const bool activeHere = index.activeOn(database.name) == server;
        if (database.excludedFromMonitoring && !activeHere) continue;
        DatabaseOutlook outlook{&database, activeHere, index.destinationOf(database, arrivals),
                                index.goodCopies(database.name, server)};
        std::erase_if(outlook.destination.candidates,
                      [&](const auto& candidate) { return candidate.server == server; });
        if (const auto* target = outlook.destination.target(); target && activeHere) ++arrivals[target->server];
        outlooks.push_back(std::move(outlook));
    }
    return outlooks;
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
            if (!copy->lagged()) ++found.unlaggedCopies;
            if (index.isGood(*copy)) ++found.goodCopies;
        }
        const bool worse = !worst || found.goodCopies < worst->goodCopies ||
                           (found.goodCopies == worst->goodCopies &&
                            found.unlaggedCopies - found.goodCopies > worst->unlaggedCopies - worst->goodCopies);
        if (worse) worst = found;
    }
    return worst.value_or(Redundancy{});
}

} // namespace drydock::domain
