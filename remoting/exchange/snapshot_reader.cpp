// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/snapshot_reader.h"

#include "model/domain/error_traits.h"
#include "model/maintenance/domain_controller.h"
#include "remoting/exchange/cmdlets.h"
#include "remoting/exchange/map_audit_log.h"
#include "remoting/exchange/map_states.h"
#include "remoting/limits.h"
#include "remoting/psrp/error_kind.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace drydock::exchange {
namespace {

using domain::ServerName;
using domain::SnapshotSection;

// A search reads an arbitration mailbox and takes seconds, and comments show up after minutes anyway.
constexpr std::chrono::minutes auditLogInterval{5};

bool onNode(SnapshotSection section)
{
    return section == SnapshotSection::Nodes || section == SnapshotSection::Services;
}

std::string describe(const psrp::Command& command, const ServerName& server)
{
    return server.empty() ? command.name : command.name + " on " + server.text();
}

template <class T> void append(std::vector<T>& all, std::vector<T> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Gives the rows of a server the name by which it is known.
template <class T> std::vector<T> named(std::vector<T> rows, const ServerIdentities& identities)
{
    for (T& row : rows)
        row.server = knownName(identities, row.server);
    return rows;
}

template <class T> Mapped<T> named(Mapped<T> mapped, const ServerIdentities& identities)
{
    return {named(std::move(mapped.rows), identities), std::move(mapped.unreadable)};
}

domain::AvailabilityGroup named(domain::AvailabilityGroup group, const ServerIdentities& identities)
{
    group.primaryActiveManager = knownName(identities, group.primaryActiveManager);
    for (auto* names : {&group.servers, &group.operationalServers, &group.serversInMaintenance, &group.stoppedServers})
        for (ServerName& name : *names)
            name = knownName(identities, name);
    return group;
}

template <class T> std::optional<domain::Error> keep(std::vector<T>& all, Mapped<T> more)
{
    append(all, std::move(more.rows));
    return std::move(more.unreadable);
}

template <class T> std::optional<domain::Error> keep(std::vector<T>& all, std::vector<T> more)
{
    append(all, std::move(more));
    return {};
}

} // namespace

SnapshotReader::SnapshotReader(ports::ReadScope scope, Ask ask, std::shared_ptr<SessionCache> cache,
                               const ports::Clock& clock)
    : m_scope(std::move(scope)), m_ask(std::move(ask)), m_cache(std::move(cache)), m_clock(clock)
{
}

void SnapshotReader::run(std::string source, Done done, OnPartial onPartial)
{
    m_done = std::move(done);
    m_onPartial = std::move(onPartial);
    m_snapshot.takenAt = m_clock.now(); // for the partial snapshots; finish() sets it again
    m_snapshot.source = std::move(source);
    auto queue = std::make_shared<ReadQueue>();
    queue->queries = organisationQueries();
    queue->ended = [self = shared_from_this(), queue = std::weak_ptr(queue)] { self->readServers(queue.lock()); };
    step(queue);
}

bool SnapshotReader::wants(SnapshotSection section) const
{
    return m_scope.needs.empty() || std::any_of(m_scope.needs.begin(), m_scope.needs.end(),
                                                [section](const auto& need) { return need.first == section; });
}

bool SnapshotReader::wants(SnapshotSection section, const ServerName& server) const
{
    return m_scope.needs.empty() || m_scope.needs.contains({section, server}) ||
           m_scope.needs.contains({section, ServerName()});
}

std::vector<SnapshotReader::Query> SnapshotReader::organisationQueries() const
{
    std::vector<Query> result;
    // Node endpoints need the FQDNs in the list of servers.
    if (wants(SnapshotSection::Servers) || m_cache->servers.empty()) result.push_back({SnapshotSection::Servers, {}});
    if (wants(SnapshotSection::Groups)) result.push_back({SnapshotSection::Groups, {}});
    // The lag of a copy is a property of its database.
    if (wants(SnapshotSection::Databases) || (wants(SnapshotSection::Copies) && !m_cache->databasesKnown))
        result.push_back({SnapshotSection::Databases, {}});
    return result;
}

std::vector<std::vector<SnapshotReader::Query>> SnapshotReader::serverQueries() const
{
    std::vector<std::vector<Query>> queues(1);
    for (const domain::Server& server : m_cache->servers) {
        if (!server.managed()) continue;
        for (const SnapshotSection section :
             {SnapshotSection::Copies, SnapshotSection::Components, SnapshotSection::Queues}) {
            if (wants(section, server.name)) queues.front().push_back({section, server.name});
        }
        std::vector<Query> node;
        if (wants(SnapshotSection::Nodes, server.name) && !server.dag.empty())
            node.push_back({SnapshotSection::Nodes, server.name});
        if (wants(SnapshotSection::Services, server.name)) node.push_back({SnapshotSection::Services, server.name});
        if (!node.empty()) queues.push_back(std::move(node));
    }
    if (wantsAuditLog()) queues.front().push_back({SnapshotSection::AdminAuditLog, {}}); // last, since it takes long
    return queues;
}

// Whether the admin audit log is granted does not change within a session. What is not granted is no failed reading.
bool SnapshotReader::wantsAuditLog() const
{
    const auto last = m_cache->auditLogReadAt;
    const bool due = m_scope.needs.empty() && (!last || m_clock.uptime() - *last >= auditLogInterval);
    return m_cache->mayReadAuditLog && (m_scope.searchAuditLog || due);
}

void SnapshotReader::readServers(const ReadQueuePtr& first)
{
    if (first && first->broken && m_snapshot.read.empty()) {
        m_done(domain::fail(first->broken->within("read the organisation")));
        return;
    }
    auto queues = serverQueries();
    m_queuesLeft = queues.size();
    for (std::vector<Query>& queries : queues) {
        auto queue = std::make_shared<ReadQueue>();
        const bool overNode = !queries.empty() && onNode(queries.front().section);
        if (overNode && m_scope.needs.empty()) {
            if (const auto refused = m_cache->refusedBy.find(queries.front().server);
                refused != m_cache->refusedBy.end())
                queue->broken = refused->second;
        } else if (!overNode && first) {
            queue->broken = first->broken;
        }
        queue->queries = std::move(queries);
        queue->ended = [self = shared_from_this()] {
            if (--self->m_queuesLeft == 0) self->finish();
        };
        step(queue);
    }
}

void SnapshotReader::step(const ReadQueuePtr& queue)
{
    while (queue->broken && queue->next < queue->queries.size()) {
        const Query& skipped = queue->queries[queue->next++];
        m_snapshot.errors.push_back({skipped.section, skipped.server, *queue->broken});
    }
    if (queue->next >= queue->queries.size()) {
        const auto ended = std::exchange(queue->ended, nullptr);
        ended();
        return;
    }
    const Query query = queue->queries[queue->next++];
    read(queue, query, [self = shared_from_this(), queue, query] {
        if (self->m_snapshot.covers(query.section, query.server)) self->reportPartial();
        self->step(queue);
    });
}

void SnapshotReader::read(const ReadQueuePtr& queue, const Query& query, Next next)
{
    using Objects = std::vector<clixml::Value>;
    switch (query.section) {
    case SnapshotSection::Servers:
        return readServerList(queue, query, std::move(next));
    case SnapshotSection::Groups:
        return readGroups(queue, query, {}, std::move(next));
    case SnapshotSection::Databases:
        return readDatabases(queue, query, std::move(next));
    case SnapshotSection::Copies:
        return ask(
            queue, query, getCopies(query.server),
            [this](const Objects& objects) {
                return keep(m_snapshot.copies, named(mapCopies(objects, m_cache->databases), m_cache->identities));
            },
            std::move(next));
    case SnapshotSection::Components:
        return ask(
            queue, query, getComponents(query.server),
            [this](const Objects& objects) {
                return keep(m_snapshot.components, named(mapComponents(objects), m_cache->identities));
            },
            std::move(next));
    case SnapshotSection::Queues:
        return ask(
            queue, query, getQueues(query.server),
            [this](const Objects& objects) {
                return keep(m_snapshot.queues, named(mapQueues(objects), m_cache->identities));
            },
            std::move(next));
    case SnapshotSection::Nodes:
        return ask(
            queue, query, getClusterNode(query.server),
            [this](const Objects& objects) {
                return keep(m_snapshot.nodes, named(mapNodes(objects), m_cache->identities));
            },
            std::move(next));
    case SnapshotSection::Services:
        return readServices(queue, query, std::move(next));
    case SnapshotSection::AdminAuditLog:
        return readAuditLog(queue, query, std::move(next));
    }
}

void SnapshotReader::readGroups(const ReadQueuePtr& queue, const Query& query, const domain::DagName& name, Next next)
{
    ask(
        queue, query, getGroups(name),
        [this](const std::vector<clixml::Value>& objects) {
            for (const domain::AvailabilityGroup& group : mapGroups(objects)) {
                auto row = named(group, m_cache->identities);
                std::erase_if(m_snapshot.groups, [&](const auto& known) { return known.name == row.name; });
                m_snapshot.groups.push_back(std::move(row));
            }
            return std::optional<domain::Error>();
        },
        [self = shared_from_this(), queue, query, next = std::move(next)] {
            self->readMissingGroups(queue, query, next);
        });
}

// Beside a group of Exchange 2010 the cmdlet reports an error, and it may end before it has reached the others. What
// counts are the groups of the servers that are managed, so each that is missing is asked for by its name (exchange.md
// 4.5).
void SnapshotReader::readMissingGroups(const ReadQueuePtr& queue, const Query& query, Next next)
{
    const auto& servers = m_cache->servers;
    const bool failed = !m_snapshot.covers(SnapshotSection::Groups) || !m_groupsAsked.empty();
    if (!failed || queue->broken || std::all_of(servers.begin(), servers.end(), std::mem_fn(&domain::Server::managed)))
        return next();
    for (const domain::DagName& name : missingGroups())
        if (m_groupsAsked.insert(name).second) return readGroups(queue, query, name, std::move(next));
    if (!missingGroups().empty()) {
        m_snapshot.read.erase({SnapshotSection::Groups, ServerName()});
        return next();
    }
    std::erase_if(m_snapshot.errors, [](const auto& error) { return error.section == SnapshotSection::Groups; });
    m_snapshot.read.insert({SnapshotSection::Groups, ServerName()});
    next();
}

// Returns the groups of managed servers that were not read with their status.
std::vector<domain::DagName> SnapshotReader::missingGroups() const
{
    std::vector<domain::DagName> missing;
    for (const domain::Server& server : m_cache->servers) {
        if (!server.managed() || server.dag.empty()) continue;
        const auto* group = m_snapshot.group(server.dag);
        if ((!group || !group->statusKnown) && std::find(missing.begin(), missing.end(), server.dag) == missing.end())
            missing.push_back(server.dag);
    }
    return missing;
}

void SnapshotReader::readAuditLog(const ReadQueuePtr& queue, const Query& query, Next next)
{
    m_cache->auditLogReadAt = m_clock.uptime(); // one that fails is not searched again at each refresh either
    readAuditPage(queue, query, m_clock.now() - domain::auditCommentAge, 0, std::move(next));
}

// Reads one page, and the next one if this one is full. What is older than the last page is said not to be known.
void SnapshotReader::readAuditPage(const ReadQueuePtr& queue, const Query& query, domain::Time since, int page,
                                   Next next)
{
    const bool last = page + 1 == domain::mostAuditPages;
    const auto full = std::make_shared<bool>(false);
    ask(
        queue, query, searchAuditComments(since, page),
        [this, page, last, full](const std::vector<clixml::Value>& objects) {
            if (page == 0) m_cache->auditComments.clear();
            *full = objects.size() >= static_cast<std::size_t>(domain::auditCommentsAPage);
            auto unreadable = keep(m_cache->auditComments, mapAuditComments(objects));
            if (!unreadable && *full && last)
                unreadable = domain::Error{domain::ErrorKind::LimitExceeded, "the comments of the admin audit log",
                                           "there are more than the " +
                                               std::to_string(domain::mostAuditPages * domain::auditCommentsAPage) +
                                               " that were read: runs among the others are not known",
                                           0, nullptr};
            return unreadable;
        },
        [self = shared_from_this(), queue, query, since, page, last, full, next = std::move(next)] {
            if (last || !*full || !self->m_snapshot.covers(query.section, query.server)) return next();
            self->readAuditPage(queue, query, since, page + 1, next);
        });
}

// The output of Get-ExchangeServer does not change during a connection. It is read once, and again for a full refresh.
void SnapshotReader::readServerList(const ReadQueuePtr& queue, const Query& query, Next next)
{
    auto members = [self = shared_from_this(), queue, query, next = std::move(next)] {
        if (queue->broken) return next();
        self->ask(
            queue, query, getMailboxServer(),
            [self](const std::vector<clixml::Value>& objects) {
                self->m_cache->servers = mapMailboxServers(objects, self->m_cache->identities);
                self->m_snapshot.servers = self->m_cache->servers;
                self->m_snapshot.domainController = domainControllerOf(objects);
                return std::optional<domain::Error>();
            },
            next);
    };
    if (!m_cache->identities.empty() && !m_scope.needs.empty()) return members();
    ask(
        queue, query, getExchangeServer(),
        [this](const std::vector<clixml::Value>& objects) {
            m_cache->identities = mapExchangeServers(objects);
            return std::optional<domain::Error>();
        },
        std::move(members));
}

void SnapshotReader::readDatabases(const ReadQueuePtr& queue, const Query& query, Next next)
{
    ask(
        queue, query, getDatabases(),
        [this](const std::vector<clixml::Value>& objects) {
            m_snapshot.databases = mapDatabases(objects);
            for (domain::Database& database : m_snapshot.databases)
                database.mountedOn = knownName(m_cache->identities, database.mountedOn);
            m_cache->databases = mapDatabaseTraits(objects);
            m_cache->databasesKnown = true;
            return std::optional<domain::Error>();
        },
        std::move(next));
}

// Services that the server does not have are error records of Get-Service beside its results, and not a failure. The
// start time of the transport is read from its process; a refusal of Get-Process is not a failure either.
void SnapshotReader::readServices(const ReadQueuePtr& queue, const Query& query, Next next)
{
    const auto self = shared_from_this();
    fetch(query.server, getServices(),
          [self, queue, query, next = std::move(next)](const domain::Result<Answer>& services) {
              if (!services || (services->objects.empty() && !services->errors.empty())) {
                  const std::string what = describe(getServices(), query.server);
                  if (!services) self->refused(queue, services.error().within(what));
                  self->failed(queue, query,
                               services ? toError(services->errors.front(), what) : services.error().within(what));
                  return next();
              }
              self->fetch(query.server, getProcesses(),
                          [self, query, next, objects = services->objects](const domain::Result<Answer>& processes) {
                              append(self->m_snapshot.services,
                                     mapServices(objects, processes ? processes->objects : std::vector<clixml::Value>(),
                                                 query.server));
                              if (processes && showsSetup(processes->objects))
                                  self->m_snapshot.setupRunning.insert(query.server);
                              self->m_snapshot.read.insert({query.section, query.server});
                              next();
                          });
          });
}

void SnapshotReader::ask(const ReadQueuePtr& queue, const Query& query, psrp::Command command, Consume consume,
                         Next next)
{
    std::string what = describe(command, query.server);
    ask(queue, query, Asked{std::move(command), std::move(what), std::move(consume)}, std::move(next));
}

// A quota applies to one shell. The next cmdlet uses a new one, so the cmdlet is sent once more (protocol.md 1.11).
void SnapshotReader::ask(const ReadQueuePtr& queue, const Query& query, Asked asked, Next next)
{
    const ServerName node = onNode(query.section) ? query.server : ServerName();
    auto command = atDomainController(asked.command, m_scope.domainController);
    fetch(node, std::move(command),
          [self = shared_from_this(), queue, query, asked = std::move(asked),
           next = std::move(next)](const domain::Result<Answer>& answer) {
              if (!answer && answer.error().kind == domain::ErrorKind::Quota && !asked.again)
                  return self->ask(queue, query, Asked{asked.command, asked.what, asked.consume, true}, next);
              if (self->needsOtherDomainController(asked.command, answer))
                  return self->changeDomainController(
                      [self, queue, query, asked, next] { self->ask(queue, query, asked, next); });
              self->onAnswer(queue, query, asked, answer);
              next();
          });
}

bool SnapshotReader::needsOtherDomainController(const psrp::Command& command,
                                                const domain::Result<Answer>& answer) const
{
    if (m_scope.domainController.empty() || !maintenance::takesDomainController(command.name)) return false;
    if (!answer) return answer.error().kind == domain::ErrorKind::DomainControllerDown;
    return std::ranges::any_of(answer->errors, [](const psrp::ErrorRecord& error) {
        return psrp::kindOf(error) == domain::ErrorKind::DomainControllerDown;
    });
}

// Lets Exchange choose one, and keeps to it for the rest of the snapshot. If that one does not answer either, or
// Exchange does not tell which one it is, each cmdlet uses the one that Exchange chooses.
void SnapshotReader::changeDomainController(const Next& next)
{
    m_scope.domainController.clear();
    if (std::exchange(m_changedDomainController, true)) return next();
    fetch({}, getMailboxServer(), [self = shared_from_this(), next](const domain::Result<Answer>& answer) {
        if (answer) self->m_scope.domainController = domainControllerOf(answer->objects);
        next();
    });
}

// Passes an answer on unless the snapshot would become larger than its limit.
void SnapshotReader::fetch(const ServerName& node, psrp::Command command, OnReply reply)
{
    m_ask(
        node, std::move(command), [self = shared_from_this(), reply = std::move(reply)](domain::Result<Answer> answer) {
            if (answer && answer->keptBytes > limits::snapshotBytes - self->m_keptBytes)
                return reply(domain::fail(domain::ErrorKind::LimitExceeded, "read the snapshot", "more than accepted"));
            if (answer) self->m_keptBytes += answer->keptBytes;
            reply(std::move(answer));
        });
}

void SnapshotReader::onAnswer(const ReadQueuePtr& queue, const Query& query, const Asked& asked,
                              const domain::Result<Answer>& answer)
{
    if (!answer) {
        refused(queue, answer.error().within(asked.what));
        return failed(queue, query, answer.error().within(asked.what));
    }
    queue->quotas = 0;
    const auto unreadable = asked.consume(answer->objects);
    // Rows beside an error are used, but the section does not count as read, since rows may be missing.
    if (!answer->errors.empty())
        failed(queue, query, toError(answer->errors.front(), asked.what));
    else if (unreadable)
        failed(queue, query, unreadable->within(asked.what));
    else
        m_snapshot.read.insert({query.section, query.server});
}

// Skips the rest of the queue if it would fail as well. One refusal by a quota can be an exception; two in a row are
// not.
void SnapshotReader::refused(const ReadQueuePtr& queue, const domain::Error& error)
{
    const bool quota = error.kind == domain::ErrorKind::Quota;
    if (quota ? ++queue->quotas > 1 : domain::affectsConnection(error.kind)) queue->broken = error;
}

void SnapshotReader::failed(const ReadQueuePtr& queue, const Query& query, domain::Error error)
{
    m_snapshot.read.erase({query.section, query.server});
    if (onNode(query.section) &&
        (error.kind == domain::ErrorKind::NotAuthenticated || error.kind == domain::ErrorKind::NotPermitted)) {
        m_cache->refusedBy[query.server] = error;
        queue->broken = error;
    }
    m_snapshot.errors.push_back({query.section, query.server, std::move(error)});
}

// Reports each time the snapshot has grown by half, since a copy after each reading would take time quadratic in the
// servers.
void SnapshotReader::reportPartial()
{
    if (!m_onPartial || m_snapshot.read.size() < m_nextPartial) return;
    m_nextPartial = m_snapshot.read.size() * 3 / 2 + 1;
    m_onPartial(std::make_shared<const domain::DagSnapshot>(m_snapshot));
}

void SnapshotReader::finish()
{
    const auto done = std::exchange(m_done, nullptr);
    if (m_snapshot.read.empty() && !m_snapshot.errors.empty())
        return done(domain::fail(m_snapshot.errors.front().error));
    m_snapshot.takenAt = m_clock.now();
    m_snapshot.auditComments = m_cache->auditComments;
    m_snapshot.domainControllerLost = m_changedDomainController && m_scope.domainController.empty();
    if (m_changedDomainController || !m_scope.domainController.empty())
        m_snapshot.domainController = m_scope.domainController;
    m_snapshot.clockSkew = m_cache->clockSkew;
    done(std::make_shared<const domain::DagSnapshot>(std::move(m_snapshot)));
}

} // namespace drydock::exchange
