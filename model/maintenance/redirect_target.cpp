// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/redirect_target.h"

#include "model/domain/server_state.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Returns the other members of the server's DAG; for a server outside any DAG, every other server.
std::vector<const Server*> partnersOf(const DagSnapshot& snapshot, const Server& server)
{
    if (!server.dag.empty() || snapshot.groupOf(server.name)) return snapshot.otherMembers(server.name);
    std::vector<const Server*> others;
    for (const auto& other : snapshot.servers)
        if (other.name != server.name) others.push_back(&other);
    return others;
}

bool canTakeMail(const DagSnapshot& snapshot, const Server& server)
{
    const auto* transport = snapshot.component(server.name, component::hubTransport);
    const auto* service = snapshot.service(server.name, service::transport);
    return !server.fqdn.empty() && transport && transport->state.value == ServiceState::Active &&
           (!service || service->running()) && stateOf(snapshot, server.name) == ServerState::Serving;
}

std::size_t activeOn(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto copies = snapshot.copiesOn(server);
    return static_cast<std::size_t>(
        std::count_if(copies.begin(), copies.end(), [](const DatabaseCopy* c) { return c->active; }));
}

} // namespace

std::vector<std::string> redirectTargets(const DagSnapshot& snapshot, const ServerName& name)
{
    const auto* server = snapshot.server(name);
    if (!server) return {};
    std::vector<const Server*> usable;
    for (const auto* partner : partnersOf(snapshot, *server))
        if (canTakeMail(snapshot, *partner)) usable.push_back(partner);
    std::stable_sort(usable.begin(), usable.end(), [&](const Server* a, const Server* b) {
        const bool nearA = equalsIgnoringCase(a->site, server->site);
        const bool nearB = equalsIgnoringCase(b->site, server->site);
        if (nearA != nearB) return nearA;
        return activeOn(snapshot, a->name) < activeOn(snapshot, b->name);
    });
    std::vector<std::string> fqdns;
    for (const auto* partner : usable)
        fqdns.push_back(partner->fqdn);
    return fqdns;
}

std::vector<std::string> redirectTargets(const DagSnapshot& snapshot, const ServerName& name,
                                         const std::string& preferred)
{
    auto targets = redirectTargets(snapshot, name);
    std::erase_if(targets, [&](const std::string& fqdn) { return equalsIgnoringCase(fqdn, preferred); });
    targets.insert(targets.begin(), preferred);
    return targets;
}

std::string suggestRedirectTarget(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto targets = redirectTargets(snapshot, server);
    return targets.empty() ? std::string() : targets.front();
}

Result<std::string> chooseRedirectTarget(const DagSnapshot& snapshot, const Server& server, const std::string& wanted)
{
    if (wanted == noRedirect) return std::string();
    if (wanted.empty()) return suggestRedirectTarget(snapshot, server.name);
    for (const auto* partner : partnersOf(snapshot, server))
        if (equalsIgnoringCase(partner->fqdn, wanted)) return partner->fqdn;
    return fail(ErrorKind::Usage, "redirect target " + wanted, "not the FQDN of a partner of " + server.name.text());
}

} // namespace drydock::maintenance
