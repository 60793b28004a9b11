#include "remoting/exchange/observation.h"

#include "remoting/exchange/cmdlets.h"
#include "remoting/exchange/map_states.h"
#include "remoting/psrp/error_kind.h"

#include <algorithm>
#include <utility>

namespace drydock::exchange {
namespace {

using domain::Part;
using domain::ServerName;

bool onNode(Part part) { return part == Part::Nodes || part == Part::Services; }

std::string describe(const psrp::Command& command, const ServerName& server)
{
    return server.empty() ? command.name : command.name + " on " + server.text();
}

template <class T> void append(std::vector<T>& all, std::vector<T> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
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

Observation::Observation(ports::Scope scope, Ask ask, std::shared_ptr<Knowledge> knowledge, const ports::Clock& clock)
    : m_scope(std::move(scope)), m_ask(std::move(ask)), m_knowledge(std::move(knowledge)), m_clock(clock)
{
}

void Observation::run(std::string source, Done done, TakePart part)
{
    m_done = std::move(done);
    m_part = std::move(part);
    m_snapshot.takenAt = m_clock.now(); // its parts are of one reading, and say so
    m_snapshot.source = std::move(source);
    auto lane = std::make_shared<Lane>();
    lane->readings = organisationReadings();
    lane->ended = [self = shared_from_this(), lane = std::weak_ptr(lane)] { self->readServers(lane.lock()); };
    step(lane);
}

bool Observation::wants(Part part) const
{
    return m_scope.needs.empty() || std::any_of(m_scope.needs.begin(), m_scope.needs.end(),
                                                [part](const auto& need) { return need.first == part; });
}

bool Observation::wants(Part part, const ServerName& server) const
{
    return m_scope.needs.empty() || m_scope.needs.contains({part, server}) ||
           m_scope.needs.contains({part, ServerName()});
}

std::vector<Observation::Reading> Observation::organisationReadings() const
{
    std::vector<Reading> result;
    // The list of servers tells the FQDNs that node endpoints are reached by.
    if (wants(Part::Servers) || m_knowledge->servers.empty()) result.push_back({Part::Servers, {}});
    if (wants(Part::Groups)) result.push_back({Part::Groups, {}});
    // A copy's lag is told by its database alone.
    if (wants(Part::Databases) || (wants(Part::Copies) && !m_knowledge->databasesKnown))
        result.push_back({Part::Databases, {}});
    return result;
}

std::vector<std::vector<Observation::Reading>> Observation::serverReadings() const
{
    std::vector<std::vector<Reading>> lanes(1);
    for (const domain::Server& server : m_knowledge->servers) {
        for (const Part part : {Part::Copies, Part::Components, Part::Queues}) {
            if (wants(part, server.name)) lanes.front().push_back({part, server.name});
        }
        std::vector<Reading> node;
        if (wants(Part::Nodes, server.name) && !server.dag.empty()) node.push_back({Part::Nodes, server.name});
        if (wants(Part::Services, server.name)) node.push_back({Part::Services, server.name});
        if (!node.empty()) lanes.push_back(std::move(node));
    }
    return lanes;
}

void Observation::readServers(const LanePtr& first)
{
    if (first && first->broken && m_snapshot.read.empty()) {
        m_done(domain::fail(first->broken->within("read the organisation")));
        return;
    }
    auto lanes = serverReadings();
    m_lanesLeft = lanes.size();
    for (std::vector<Reading>& readings : lanes) {
        auto lane = std::make_shared<Lane>();
        const bool overNode = !readings.empty() && onNode(readings.front().part);
        if (overNode && m_scope.needs.empty()) {
            if (const auto refused = m_knowledge->refusedBy.find(readings.front().server);
                refused != m_knowledge->refusedBy.end())
                lane->broken = refused->second;
        } else if (!overNode && first) {
            lane->broken = first->broken;
        }
        lane->readings = std::move(readings);
        lane->ended = [self = shared_from_this()] {
            if (--self->m_lanesLeft == 0) self->finish();
        };
        step(lane);
    }
}

void Observation::step(const LanePtr& lane)
{
    while (lane->broken && lane->next < lane->readings.size()) {
        const Reading& skipped = lane->readings[lane->next++];
        m_snapshot.errors.push_back({skipped.part, skipped.server, *lane->broken});
    }
    if (lane->next >= lane->readings.size()) {
        const auto ended = std::exchange(lane->ended, nullptr);
        ended();
        return;
    }
    const Reading reading = lane->readings[lane->next++];
    read(lane, reading, [self = shared_from_this(), lane, reading] {
        if (self->m_snapshot.covers(reading.part, reading.server)) self->tellPart();
        self->step(lane);
    });
}

void Observation::read(const LanePtr& lane, const Reading& reading, Next next)
{
    using Objects = std::vector<clixml::Value>;
    switch (reading.part) {
    case Part::Servers:
        return readServerList(lane, reading, std::move(next));
    case Part::Groups:
        return ask(
            lane, reading, getGroups(),
            [this](const Objects& objects) { return keep(m_snapshot.groups, mapGroups(objects)); }, std::move(next));
    case Part::Databases:
        return readDatabases(lane, reading, std::move(next));
    case Part::Copies:
        return ask(
            lane, reading, getCopies(reading.server),
            [this](const Objects& objects) { return keep(m_snapshot.copies, mapCopies(objects, m_knowledge->lags)); },
            std::move(next));
    case Part::Components:
        return ask(
            lane, reading, getComponents(reading.server),
            [this](const Objects& objects) { return keep(m_snapshot.components, mapComponents(objects)); },
            std::move(next));
    case Part::Queues:
        return ask(
            lane, reading, getQueues(reading.server),
            [this](const Objects& objects) { return keep(m_snapshot.queues, mapQueues(objects)); }, std::move(next));
    case Part::Nodes:
        return ask(
            lane, reading, getClusterNode(reading.server),
            [this](const Objects& objects) { return keep(m_snapshot.nodes, mapNodes(objects)); }, std::move(next));
    case Part::Services:
        return readServices(lane, reading, std::move(next));
    }
}

// Get-ExchangeServer tells what never changes while we are connected; it is asked once, and again for a whole refresh.
void Observation::readServerList(const LanePtr& lane, const Reading& reading, Next next)
{
    auto members = [self = shared_from_this(), lane, reading, next = std::move(next)] {
        if (lane->broken) return next();
        self->ask(
            lane, reading, getMailboxServer(),
            [self](const std::vector<clixml::Value>& objects) {
                self->m_knowledge->servers = mapMailboxServers(objects, self->m_knowledge->identities);
                self->m_snapshot.servers = self->m_knowledge->servers;
                return std::optional<domain::Error>();
            },
            next);
    };
    if (!m_knowledge->identities.empty() && !m_scope.needs.empty()) return members();
    ask(
        lane, reading, getExchangeServer(),
        [this](const std::vector<clixml::Value>& objects) {
            m_knowledge->identities = mapExchangeServers(objects);
            return std::optional<domain::Error>();
        },
        std::move(members));
}

void Observation::readDatabases(const LanePtr& lane, const Reading& reading, Next next)
{
    ask(
        lane, reading, getDatabases(),
        [this](const std::vector<clixml::Value>& objects) {
            m_snapshot.databases = mapDatabases(objects);
            m_knowledge->lags = mapReplayLags(objects);
            m_knowledge->databasesKnown = true;
            return std::optional<domain::Error>();
        },
        std::move(next));
}

// Services that a server does not have are error records of Get-Service beside those it has: no failure. When the
// transport started is told by its process; not being allowed to ask is no failure either.
void Observation::readServices(const LanePtr& lane, const Reading& reading, Next next)
{
    const auto self = shared_from_this();
    m_ask(reading.server, getServices(),
          [self, lane, reading, next = std::move(next)](const domain::Result<Answer>& services) {
              if (!services || (services->objects.empty() && !services->errors.empty())) {
                  const std::string what = describe(getServices(), reading.server);
                  if (!services) self->refused(lane, services.error().within(what));
                  self->failed(lane, reading,
                               services ? toError(services->errors.front(), what) : services.error().within(what));
                  return next();
              }
              self->m_ask(reading.server, getProcesses(),
                          [self, reading, next, objects = services->objects](const domain::Result<Answer>& processes) {
                              append(self->m_snapshot.services,
                                     mapServices(objects, processes ? processes->objects : std::vector<clixml::Value>(),
                                                 reading.server));
                              self->m_snapshot.read.insert({reading.part, reading.server});
                              next();
                          });
          });
}

void Observation::ask(const LanePtr& lane, const Reading& reading, psrp::Command command, Take take, Next next)
{
    std::string what = describe(command, reading.server);
    ask(lane, reading, Asked{std::move(command), std::move(what), std::move(take)}, std::move(next));
}

// A quota concerns our own shell; the next cmdlet goes over a new one, so it is asked once more (protocol.md 1.11).
void Observation::ask(const LanePtr& lane, const Reading& reading, Asked asked, Next next)
{
    const ServerName node = onNode(reading.part) ? reading.server : ServerName();
    auto command = asked.command;
    m_ask(node, std::move(command),
          [self = shared_from_this(), lane, reading, asked = std::move(asked),
           next = std::move(next)](const domain::Result<Answer>& answer) {
              if (!answer && answer.error().kind == domain::ErrorKind::Quota && !asked.again)
                  return self->ask(lane, reading, Asked{asked.command, asked.what, asked.take, true}, next);
              self->answered(lane, reading, asked, answer);
              next();
          });
}

void Observation::answered(const LanePtr& lane, const Reading& reading, const Asked& asked,
                           const domain::Result<Answer>& answer)
{
    if (!answer) {
        refused(lane, answer.error().within(asked.what));
        return failed(lane, reading, answer.error().within(asked.what));
    }
    lane->quotas = 0;
    const auto unreadable = asked.take(answer->objects);
    // Rows beside an error are shown, but "no such row" then does not mean that there is none.
    if (!answer->errors.empty())
        failed(lane, reading, toError(answer->errors.front(), asked.what));
    else if (unreadable)
        failed(lane, reading, unreadable->within(asked.what));
    else
        m_snapshot.read.insert({reading.part, reading.server});
}

// What the rest of the lane would meet as well is not tried. One quota may be the odd one; two in a row are not.
void Observation::refused(const LanePtr& lane, const domain::Error& error)
{
    const bool quota = error.kind == domain::ErrorKind::Quota;
    if (quota ? ++lane->quotas > 1 : isConnectionError(error.kind)) lane->broken = error;
}

void Observation::failed(const LanePtr& lane, const Reading& reading, domain::Error error)
{
    m_snapshot.read.erase({reading.part, reading.server});
    if (onNode(reading.part) &&
        (error.kind == domain::ErrorKind::NotAuthenticated || error.kind == domain::ErrorKind::NotPermitted)) {
        m_knowledge->refusedBy[reading.server] = error;
        lane->broken = error;
    }
    m_snapshot.errors.push_back({reading.part, reading.server, std::move(error)});
}

// Whenever what there is has grown by half: to copy all of it after each reading would be quadratic in the servers.
void Observation::tellPart()
{
    if (!m_part || m_snapshot.read.size() < m_nextPart) return;
    m_nextPart = m_snapshot.read.size() * 3 / 2 + 1;
    m_part(std::make_shared<const domain::DagSnapshot>(m_snapshot));
}

void Observation::finish()
{
    const auto done = std::exchange(m_done, nullptr);
    if (m_snapshot.read.empty() && !m_snapshot.errors.empty())
        return done(domain::fail(m_snapshot.errors.front().error));
    m_snapshot.takenAt = m_clock.now();
    done(std::make_shared<const domain::DagSnapshot>(std::move(m_snapshot)));
}

} // namespace drydock::exchange
