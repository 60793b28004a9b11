// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/simulation/lab_link.h"

#include "remoting/exchange/cmdlets.h"
#include "remoting/exchange/map_databases.h"
#include "remoting/exchange/map_servers.h"
#include "remoting/exchange/map_states.h"
#include "remoting/psrp/error_kind.h"

namespace drydock::tests {

using namespace domain;
using namespace maintenance;

namespace {

lab::Command toLab(const psrp::Command& command)
{
    lab::Command made{command.name, {}};
    for (const auto& argument : command.arguments)
        made.arguments.push_back({argument.name, argument.value});
    return made;
}

template <class T> void append(std::vector<T>& all, std::vector<T> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

LabLink::LabLink(lab::Organisation& organisation, const ServerName& avoid, Invoke invoke)
    : m_organisation(organisation), m_invoke(std::move(invoke)), m_avoid(avoid)
{
    if (!m_invoke)
        m_invoke = [&organisation](const lab::Caller& caller, const psrp::Command& command) {
            return organisation.invoke(caller, toLab(command));
        };
}

std::string LabLink::host() const
{
    std::string first;
    for (const auto& name : m_organisation.serverNames()) {
        if (ServerName(name) == m_avoid) continue;
        if (m_organisation.isReachable(name)) return name;
        if (first.empty()) first = name;
    }
    return first;
}

Result<LabLink::Objects> LabLink::ask(const lab::Caller& caller, const psrp::Command& command)
{
    auto result = m_invoke(caller, drydock::exchange::atDomainController(command, m_domainController));
    if (!result) return fail(result.error().within(command.name));
    m_organisation.advance(result->duration);
    if (result->terminating) return fail(ErrorKind::CommandFailed, command.name, result->terminating->message);
    if (!m_domainController.empty() && !result->errors.empty() &&
        psrp::kindOf(result->errors.front()) == ErrorKind::DomainControllerDown) {
        m_domainController.clear();
        m_domainControllerLost = true;
        const auto servers = ask(caller, drydock::exchange::getMailboxServer());
        if (servers) m_domainController = drydock::exchange::domainControllerOf(*servers);
        m_domainControllerLost = m_domainController.empty();
        return ask(caller, command);
    }
    if (!result->errors.empty() && result->objects.empty())
        return fail(ErrorKind::CommandFailed, command.name, result->errors.front().message);
    return std::move(result->objects);
}

Result<> LabLink::readPart(DagSnapshot& snapshot, SnapshotSection section, const ServerName& server)
{
    const bool overNode = section == SnapshotSection::Nodes || section == SnapshotSection::Services ||
                          section == SnapshotSection::OperatingSystem;
    const auto get = [&](const psrp::Command& command) { return ask(overNode ? node(server) : exchange(), command); };
    using namespace drydock::exchange;
    switch (section) {
    case SnapshotSection::Servers:
        return readServers(snapshot);
    case SnapshotSection::Groups:
        return get(getGroups()).map([&](const Objects& o) { snapshot.groups = mapGroups(o); });
    case SnapshotSection::Databases:
        return readDatabases(snapshot);
    case SnapshotSection::Copies:
        if (!m_cache.databasesKnown)
            if (auto known = readDatabases(snapshot); !known) return known;
        return get(getCopies(server)).map([&](const Objects& o) {
            append(snapshot.copies, mapCopies(o, m_cache.databases).rows);
        });
    case SnapshotSection::Components:
        return get(getComponents(server)).map([&](const Objects& o) { append(snapshot.components, mapComponents(o)); });
    case SnapshotSection::Queues:
        return get(getQueues(server)).map([&](const Objects& o) { append(snapshot.queues, mapQueues(o).rows); });
    case SnapshotSection::Nodes:
        return get(getClusterNode(server)).map([&](const Objects& o) { append(snapshot.nodes, mapNodes(o)); });
    case SnapshotSection::OperatingSystem:
        return get(getBootTime()).map([&](const Objects& o) {
            if (const auto started = mapBootTime(o)) snapshot.bootedAt[server] = *started;
        });
    case SnapshotSection::AdminAuditLog: // these are read for pre-flights and tables; no run needs one
    case SnapshotSection::Healthchecks:
    case SnapshotSection::PendingReboots:
    case SnapshotSection::ClientConnections:
    case SnapshotSection::MoveRequests:
    case SnapshotSection::DatabaseMoves:
        break;
    case SnapshotSection::Services: {
        const auto processes = get(getProcesses());
        return get(getServices()).map([&](const Objects& o) {
            append(snapshot.services, mapServices(o, processes.value_or(Objects{}), server));
        });
    }
    }
    return {};
}

Result<> LabLink::readServers(DagSnapshot& snapshot)
{
    using namespace drydock::exchange;
    if (m_cache.identities.empty()) {
        auto read = ask(exchange(), getExchangeServer()).map([&](const Objects& o) {
            m_cache.identities = mapExchangeServers(o);
        });
        if (!read) return read;
    }
    return ask(exchange(), getMailboxServer()).map([&](const Objects& o) {
        snapshot.servers = mapMailboxServers(o, m_cache.identities);
        snapshot.domainController = domainControllerOf(o);
    });
}

// Only the database reports the lag of its copies.
Result<> LabLink::readDatabases(DagSnapshot& snapshot)
{
    using namespace drydock::exchange;
    return ask(exchange(), getDatabases()).map([&](const Objects& o) {
        snapshot.databases = mapDatabases(o);
        m_cache.databases = mapDatabaseTraits(o);
        m_cache.databasesKnown = true;
    });
}

void LabLink::read(DagSnapshot& snapshot, SnapshotSection section, const ServerName& server)
{
    if (auto done = readPart(snapshot, section, server); !done)
        snapshot.errors.push_back({section, server, done.error()});
    else
        snapshot.read.insert({section, server});
}

Needs LabLink::everything()
{
    Needs all{{SnapshotSection::Servers, ServerName()},
              {SnapshotSection::Groups, ServerName()},
              {SnapshotSection::Databases, ServerName()}};
    for (const auto& name : m_organisation.serverNames())
        for (auto section : {SnapshotSection::Copies, SnapshotSection::Components, SnapshotSection::Queues,
                             SnapshotSection::Nodes, SnapshotSection::Services})
            all.insert({section, ServerName(name)});
    return all;
}

Result<SnapshotPtr> LabLink::readSnapshot(const Needs& needs, const std::string& domainController)
{
    m_domainController = domainController;
    m_domainControllerLost = false;
    DagSnapshot snapshot;
    snapshot.source = host();
    if (needs.empty()) m_cache = {};
    const auto wanted = needs.empty() ? everything() : needs;
    for (const auto& [section, server] : wanted)
        read(snapshot, section, server);
    snapshot.takenAt = m_organisation.now();
    if (!domainController.empty()) snapshot.domainController = m_domainController;
    snapshot.domainControllerLost = m_domainControllerLost;
    for (const auto& server : m_organisation.scenario().servers) // as the Date header of its answers tells it
        snapshot.clockSkew[ServerName(server.name)] = server.clockOffset;
    if (snapshot.read.empty() && !snapshot.errors.empty()) return fail(snapshot.errors.front().error);
    return std::make_shared<const DagSnapshot>(std::move(snapshot));
}

Result<CommandReport> LabLink::execute(const maintenance::Command& command)
{
    auto result = m_invoke(command.endpoint == EndpointKind::Node ? node(command.on) : exchange(),
                           drydock::exchange::toWire(command));
    if (!result) return fail(result.error().within(command.cmdlet));
    m_organisation.advance(result->duration);
    if (result->terminating) return fail(ErrorKind::CommandFailed, command.cmdlet, result->terminating->message);
    if (!result->errors.empty()) return fail(psrp::toError(result->errors.front(), command.cmdlet));
    CommandReport report;
    report.warnings = result->warnings;
    if (command.cmdlet == "Move-ActiveMailboxDatabase") report.moves = drydock::exchange::mapMoves(result->objects);
    return report;
}

// From the lab's own state, not through cmdlets and conversions: the second reading of the same facts.
std::vector<std::string> LabLink::lastCopiesOn(const ServerName& server) const
{
    const auto facts = m_organisation.stateDigest().lines;
    const auto suspended = [&](const std::string& database, const std::string& on) {
        return std::any_of(facts.begin(), facts.end(), [&](const std::string& line) {
            return line.find(database + '\\' + on + " suspended: true") == 0;
        });
    };
    const auto takesOver = [&](const std::string& database, const std::string& on) {
        return m_organisation.isReachable(on) && !suspended(database, on) &&
               m_organisation.componentState(on, "HighAvailability") == "Active";
    };
    std::vector<std::string> names;
    for (const auto& database : m_organisation.scenario().databases) {
        bool here = false;
        bool elsewhere = database.copies.size() < 2 || ServerName(m_organisation.activeServer(database.name)) != server;
        for (const auto& copy : database.copies) {
            if (ServerName(copy.server) == server)
                here = true;
            else if (copy.status == "Healthy" && copy.replayLag == Duration::zero())
                elsewhere = elsewhere || takesOver(database.name, copy.server);
        }
        if (here && !elsewhere) names.push_back(database.name);
    }
    return names;
}

} // namespace drydock::tests
