// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/snapshot_reader.h"

#include "model/domain/error_traits.h"
#include "model/maintenance/domain_controller.h"
#include "remoting/exchange/cmdlets.h"
#include "remoting/exchange/map_audit_log.h"
#include "remoting/exchange/map_preflight.h"
#include "remoting/exchange/map_states.h"
#include "remoting/exchange/named_rows.h"
#include "remoting/limits.h"
#include "remoting/psrp/error_kind.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace drydock::exchange {
namespace {

using domain::ServerName;
using domain::SnapshotSection;

std::string describe(const psrp::Command& command, const ServerName& server)
{
    return server.empty() ? command.name : command.name + " on " + server.text();
}

} // namespace

SnapshotReader::SnapshotReader(ports::ReadScope scope, Ask ask, AskHealthchecks askHealthchecks,
                               std::shared_ptr<SessionCache> cache, const ports::Clock& clock)
    : m_scope(std::move(scope)), m_ask(std::move(ask)), m_askHealthchecks(std::move(askHealthchecks)),
      m_cache(std::move(cache)), m_clock(clock)
{
}

void SnapshotReader::run(std::string source, Done done, OnPartial onPartial)
{
    m_done = std::move(done);
    m_onPartial = std::move(onPartial);
    m_snapshot.takenAt = m_clock.now(); // for the partial snapshots; finish() sets it again
    m_snapshot.source = std::move(source);
    auto queue = std::make_shared<ReadQueue>();
    queue->queries = organisationQueries(m_scope, *m_cache);
    queue->ended = [self = shared_from_this(), queue = std::weak_ptr(queue)] { self->readServers(queue.lock()); };
    step(queue);
}

void SnapshotReader::readServers(const ReadQueuePtr& first)
{
    if (first && first->broken && m_snapshot.read.empty()) {
        m_done(domain::fail(first->broken->within("read the organisation")));
        return;
    }
    auto queues = serverQueries(m_scope, *m_cache, m_clock.uptime());
    m_queuesLeft = queues.size();
    for (std::vector<SnapshotQuery>& queries : queues) {
        auto queue = std::make_shared<ReadQueue>();
        const bool overNode = !queries.empty() && onNode(queries.front().section);
        const bool overExchange =
            !overNode && (queries.empty() || queries.front().section != SnapshotSection::Healthchecks);
        if (overNode && m_scope.needs.empty()) {
            if (const auto refused = m_cache->refusedBy.find(queries.front().server);
                refused != m_cache->refusedBy.end())
                queue->broken = refused->second;
        } else if (overExchange && first) {
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
        const SnapshotQuery& skipped = queue->queries[queue->next++];
        m_snapshot.errors.push_back({skipped.section, skipped.server, *queue->broken});
    }
    if (queue->next >= queue->queries.size()) {
        const auto ended = std::exchange(queue->ended, nullptr);
        ended();
        return;
    }
    const SnapshotQuery query = queue->queries[queue->next++];
    read(queue, query, [self = shared_from_this(), queue, query] {
        if (self->m_snapshot.covers(query.section, query.server)) self->reportPartial();
        self->step(queue);
    });
}

void SnapshotReader::read(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next)
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
                return appendMapped(m_snapshot.copies,
                                    named(mapCopies(objects, m_cache->databases), m_cache->identities));
            },
            std::move(next));
    case SnapshotSection::Components:
        return ask(
            queue, query, getComponents(query.server),
            [this](const Objects& objects) {
                return appendMapped(m_snapshot.components, named(mapComponents(objects), m_cache->identities));
            },
            std::move(next));
    case SnapshotSection::Queues:
        return ask(
            queue, query, getQueues(query.server),
            [this](const Objects& objects) {
                return appendMapped(m_snapshot.queues, named(mapQueues(objects), m_cache->identities));
            },
            std::move(next));
    case SnapshotSection::Nodes:
        return ask(
            queue, query, getClusterNode(query.server),
            [this](const Objects& objects) {
                return appendMapped(m_snapshot.nodes, named(mapNodes(objects), m_cache->identities));
            },
            std::move(next));
    case SnapshotSection::Services:
        return readServices(queue, query, std::move(next));
    case SnapshotSection::OperatingSystem:
        return ask(
            queue, query, getBootTime(),
            [this, server = query.server](const Objects& objects) -> std::optional<domain::Error> {
                const auto started = mapBootTime(objects);
                if (!started) return unreadable("Win32_OperatingSystem of " + server.text(), "LastBootUpTime");
                m_snapshot.bootedAt[server] = *started;
                return {};
            },
            std::move(next));
    case SnapshotSection::AdminAuditLog:
        return readAuditLog(queue, query, std::move(next));
    case SnapshotSection::Healthchecks:
        return readHealthchecks(query, std::move(next));
    case SnapshotSection::PendingReboots:
        return readPendingReboot(queue, query, std::move(next));
    case SnapshotSection::ClientConnections:
        return readClientConnections(queue, query, std::move(next));
    case SnapshotSection::MoveRequests:
        return readMoveRequests(queue, query, 0, std::move(next));
    case SnapshotSection::DatabaseMoves:
        return ask(
            queue, query, searchDatabaseMoves(m_clock.now() - domain::moveSuppressionWindow),
            [this](const Objects& objects) {
                return appendMapped(m_snapshot.databaseMoves, mapDatabaseMoves(objects));
            },
            std::move(next));
    }
}

void SnapshotReader::readGroups(const ReadQueuePtr& queue, const SnapshotQuery& query, const domain::DagName& name,
                                Next next)
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
void SnapshotReader::readMissingGroups(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next)
{
    const auto& servers = m_cache->servers;
    const bool failed = !m_snapshot.covers(SnapshotSection::Groups) || !m_groupsAsked.empty();
    if (!failed || queue->broken || std::all_of(servers.begin(), servers.end(), std::mem_fn(&domain::Server::managed)))
        return next();
    for (const domain::DagName& name : missingGroups(m_snapshot, *m_cache))
        if (m_groupsAsked.insert(name).second) return readGroups(queue, query, name, std::move(next));
    if (!missingGroups(m_snapshot, *m_cache).empty()) {
        m_snapshot.read.erase({SnapshotSection::Groups, ServerName()});
        return next();
    }
    std::erase_if(m_snapshot.errors, [](const auto& error) { return error.section == SnapshotSection::Groups; });
    m_snapshot.read.insert({SnapshotSection::Groups, ServerName()});
    next();
}

void SnapshotReader::readAuditLog(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next)
{
    m_cache->auditLogReadAt = m_clock.uptime(); // one that fails is not searched again at each refresh either
    readAuditPage(queue, query, m_clock.now() - domain::auditCommentAge, 0, std::move(next));
}

// Reads one page, and the next one if this one is full. What is older than the last page is said not to be known.
void SnapshotReader::readAuditPage(const ReadQueuePtr& queue, const SnapshotQuery& query, domain::Time since, int page,
                                   Next next)
{
    const bool last = page + 1 == domain::mostAuditPages;
    const auto full = std::make_shared<bool>(false);
    ask(
        queue, query, searchAuditComments(since, page),
        [this, page, last, full](const std::vector<clixml::Value>& objects) {
            if (page == 0) m_cache->auditComments.clear();
            *full = objects.size() >= static_cast<std::size_t>(domain::auditCommentsAPage);
            auto unreadable = appendMapped(m_cache->auditComments, mapAuditComments(objects));
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
void SnapshotReader::readServerList(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next)
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

void SnapshotReader::readDatabases(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next)
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
void SnapshotReader::readServices(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next)
{
    const auto self = shared_from_this();
    fetch(query.server, getServices(),
          [self, queue, query, next = std::move(next)](const domain::Result<session::Output>& services) {
              if (!services || (services->objects.empty() && !services->errors.empty())) {
                  const std::string what = describe(getServices(), query.server);
                  if (!services) self->refused(queue, services.error().within(what));
                  self->failed(queue, query,
                               services ? toError(services->errors.front(), what) : services.error().within(what));
                  return next();
              }
              self->fetch(
                  query.server, getProcesses(),
                  [self, query, next, objects = services->objects](const domain::Result<session::Output>& processes) {
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

// A server that cannot be reached from here would hold up each refresh for seconds: until this time it is not asked
// again without need.
constexpr domain::Duration silentServersAgainAfter = std::chrono::minutes(5);

// Remembers since when as many serve. A server whose answers were not asked for before has served so since now.
void SnapshotReader::readHealthchecks(const SnapshotQuery& query, Next next)
{
    const auto known = m_cache->healthchecks.find(query.server);
    const bool silent = known != m_cache->healthchecks.end() && known->second.unanswered() == known->second.asked();
    const bool refresh = m_scope.needs.empty() && m_scope.preflightOf.empty();
    if (silent && refresh && m_clock.uptime() - m_cache->healthchecksAskedAt[query.server] < silentServersAgainAfter) {
        m_snapshot.healthchecks.push_back(known->second);
        m_snapshot.read.insert({query.section, query.server});
        return next();
    }
    m_cache->healthchecksAskedAt[query.server] = m_clock.uptime();
    m_askHealthchecks(query.server, [self = shared_from_this(), query,
                                     next = std::move(next)](std::optional<domain::Healthchecks> found) {
        if (!found) return next();
        const auto before = self->m_cache->healthchecks.find(query.server);
        const bool same = before != self->m_cache->healthchecks.end() && before->second.serving() == found->serving();
        found->since = same ? before->second.since : self->m_clock.now();
        self->m_cache->healthchecks[query.server] = *found;
        self->m_snapshot.healthchecks.push_back(std::move(*found));
        self->m_snapshot.read.insert({query.section, query.server});
        next();
    });
}

void SnapshotReader::readPendingReboot(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next)
{
    const auto found = std::make_shared<domain::PendingReboot>(domain::PendingReboot{.server = query.server});
    auto files = [self = shared_from_this(), queue, query, found, next = std::move(next)] {
        if (!self->m_snapshot.covers(query.section, query.server)) return next();
        self->ask(
            queue, query, getFileRenames(),
            [self, found](const std::vector<clixml::Value>& objects) {
                auto unreadable = readFileRenames(objects, *found);
                if (!unreadable) self->m_snapshot.pendingReboots.push_back(*found);
                return unreadable;
            },
            next);
    };
    ask(
        queue, query, testRebootKeys(),
        [found](const std::vector<clixml::Value>& objects) { return readRebootKeys(objects, *found); },
        std::move(files));
}

// There are thousands of connections on a busy server, of which the numbers are kept. That there is none is an error of
// the cmdlet.
void SnapshotReader::readClientConnections(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next)
{
    m_ask(query.server, getClientConnections(),
          [self = shared_from_this(), queue, query,
           next = std::move(next)](const domain::Result<session::Output>& answer) {
              const bool none = answer && answer->objects.empty() && answer->errors.size() == 1 &&
                                saysNoConnection(answer->errors.front());
              const auto what = describe(getClientConnections(), query.server);
              if (!answer) {
                  self->refused(queue, answer.error().within(what));
                  self->failed(queue, query, answer.error().within(what));
              } else if (!answer->errors.empty() && !none) {
                  self->failed(queue, query, toError(answer->errors.front(), what));
              } else {
                  self->m_snapshot.clientConnections.push_back(countConnections(answer->objects, query.server));
                  self->m_snapshot.read.insert({query.section, query.server});
              }
              next();
          });
}

void SnapshotReader::readMoveRequests(const ReadQueuePtr& queue, const SnapshotQuery& query, std::size_t status,
                                      Next next)
{
    auto others = [self = shared_from_this(), queue, query, status, next = std::move(next)] {
        const bool last = status + 1 == moveStatusesUnderWay.size();
        if (last || !self->m_snapshot.covers(query.section, query.server)) return next();
        self->readMoveRequests(queue, query, status + 1, next);
    };
    ask(
        queue, query, getMoveRequests(moveStatusesUnderWay[status]),
        [self = shared_from_this()](const std::vector<clixml::Value>& objects) {
            return appendMapped(self->m_snapshot.moveRequests, mapMoveRequests(objects));
        },
        std::move(others));
}

void SnapshotReader::ask(const ReadQueuePtr& queue, const SnapshotQuery& query, psrp::Command command, Consume consume,
                         Next next)
{
    std::string what = describe(command, query.server);
    ask(queue, query, Asked{std::move(command), std::move(what), std::move(consume)}, std::move(next));
}

// A quota applies to one shell. The next cmdlet uses a new one, so the cmdlet is sent once more (protocol.md 1.11).
void SnapshotReader::ask(const ReadQueuePtr& queue, const SnapshotQuery& query, Asked asked, Next next)
{
    const ServerName node = onNode(query.section) ? query.server : ServerName();
    auto command = atDomainController(asked.command, m_scope.domainController);
    fetch(node, std::move(command),
          [self = shared_from_this(), queue, query, asked = std::move(asked),
           next = std::move(next)](const domain::Result<session::Output>& answer) {
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
                                                const domain::Result<session::Output>& answer) const
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
    fetch({}, getMailboxServer(), [self = shared_from_this(), next](const domain::Result<session::Output>& answer) {
        if (answer) self->m_scope.domainController = domainControllerOf(answer->objects);
        next();
    });
}

// Passes an answer on unless the snapshot would become larger than its limit.
void SnapshotReader::fetch(const ServerName& node, psrp::Command command, OnReply reply)
{
    m_ask(node, std::move(command),
          [self = shared_from_this(), reply = std::move(reply)](domain::Result<session::Output> answer) {
              if (answer && answer->keptBytes > limits::snapshotBytes - self->m_keptBytes)
                  return reply(
                      domain::fail(domain::ErrorKind::LimitExceeded, "read the snapshot", "more than accepted"));
              if (answer) self->m_keptBytes += answer->keptBytes;
              reply(std::move(answer));
          });
}

void SnapshotReader::onAnswer(const ReadQueuePtr& queue, const SnapshotQuery& query, const Asked& asked,
                              const domain::Result<session::Output>& answer)
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

void SnapshotReader::failed(const ReadQueuePtr& queue, const SnapshotQuery& query, domain::Error error)
{
    m_snapshot.read.erase({query.section, query.server});
    // A right that a pre-flight alone asks for does not keep a refresh away.
    const bool atEachRefresh = query.section == SnapshotSection::Nodes || query.section == SnapshotSection::Services;
    if (atEachRefresh &&
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
