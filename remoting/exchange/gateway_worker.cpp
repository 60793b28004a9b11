// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/gateway_worker.h"

#include "model/domain/error_traits.h"
#include "model/maintenance/organisation_record.h"
#include "model/ports/on_finished.h"
#include "remoting/exchange/cmdlets.h"
#include "remoting/exchange/map_health.h"
#include "remoting/exchange/map_permissions.h"
#include "remoting/exchange/snapshot_reader.h"
#include "remoting/psrp/error_kind.h"
#include "remoting/session/error_classification.h"

#include <chrono>
#include <utility>

namespace drydock::exchange {
namespace {

using domain::EndpointKind;
using domain::ErrorKind;
using domain::fail;

std::string describe(const maintenance::Command& command)
{
    return command.on.empty() ? command.cmdlet : command.cmdlet + " for " + command.on.text();
}

// Error records beside results (a database that could not be moved) become warnings. Without results the first one is
// the error.
domain::Result<maintenance::CommandReport> report(const maintenance::Command& command, const session::Output& answer)
{
    maintenance::CommandReport made;
    made.warnings = answer.warnings;
    made.remarks = answer.remarks;
    if (answer.possiblyIncomplete) made.warnings.push_back("an answer was lost on the way: results may be missing");
    if (domain::equalsIgnoringCase(command.cmdlet, "Move-ActiveMailboxDatabase")) made.moves = mapMoves(answer.objects);
    const auto health = mapHealth(command.cmdlet, answer.objects);
    made.remarks.insert(made.remarks.end(), health.all.begin(), health.all.end());
    for (const auto& row : health.poor)
        made.warnings.push_back(command.cmdlet + ": " + row);
    if (answer.errors.empty()) return made;
    if (made.moves.empty() && health.all.empty()) {
        auto error = toError(answer.errors.front(), describe(command));
        // Beside other output it is no proof that the cmdlet did nothing.
        const bool alone = answer.errors.size() == 1 && answer.objects.empty();
        if (error.kind == ErrorKind::DomainControllerDown && !alone) error.kind = ErrorKind::CommandFailed;
        return fail(std::move(error));
    }
    for (const psrp::ErrorRecord& record : answer.errors)
        made.warnings.push_back(record.message);
    return made;
}

std::string security(const ports::ConnectionProfile& profile, const std::string& mechanism)
{
    const bool tls = QUrl(profile.url).scheme() == QStringLiteral("https");
    switch (profile.scheme) {
    case ports::AuthenticationScheme::Basic:
        return tls ? "Basic over TLS" : "Basic (loopback)";
    case ports::AuthenticationScheme::None:
        return tls ? "no authentication, TLS" : "none (loopback)";
    case ports::AuthenticationScheme::Certificate:
        return "client certificate, TLS";
    case ports::AuthenticationScheme::Kerberos:
    case ports::AuthenticationScheme::Negotiate:
        return mechanism + (tls ? " over TLS" : ", sealed");
    }
    return {};
}

} // namespace

GatewayWorker::GatewayWorker(const ports::ConnectionProfile& profile, CmdletShellFactory makeShell,
                             HealthcheckProbe healthchecks, const ports::Clock& clock, session::NetworkThread& thread)
    : m_shutdownGuard(thread), m_profile(profile), m_makeShell(std::move(makeShell)),
      m_healthchecks(std::move(healthchecks)), m_clock(clock), m_members(profile)
{
    m_cache->asksHealthchecks = m_healthchecks != nullptr;
}

// A pending call holds a shell, and a shell that is destroyed sends its Delete on this thread. So the calls are deleted
// before m_shutdownGuard, which keeps the thread running.
GatewayWorker::~GatewayWorker()
{
    const QObjectList waiting = children();
    qDeleteAll(waiting);
}

void GatewayWorker::enqueue(std::function<void(std::function<void()>)> call, std::function<void()> givenUp)
{
    if (m_deleting) return givenUp();
    m_calls.push_back({std::move(call), std::move(givenUp)});
    runNext();
}

void GatewayWorker::runNext()
{
    if (m_busy || m_calls.empty()) return;
    m_busy = true;
    const Call call = std::move(m_calls.front());
    m_calls.pop_front();
    call.run([this] {
        m_busy = false;
        runNext();
    });
}

void GatewayWorker::open(Done<ports::SessionInfo> done)
{
    auto call = [this, done](const std::function<void()>& over) {
        m_cache->refusedBy.clear(); // the rights may have changed since
        askExchange(getPermissions(), {}, 0, [this, done, over](const domain::Result<session::Output>& answer) {
            if (answer) {
                auto made = info(*answer);
                m_cache->mayReadAuditLog =
                    maintenance::grantedParameters(made.permissions, maintenance::searchAdminAuditLog) != nullptr;
                done(std::move(made));
            } else
                done(fail(answer.error().within(
                    "connect to " + m_members.exchange().toDisplayString(QUrl::RemoveUserInfo).toStdString())));
            over();
        });
    };
    enqueue(std::move(call), [done = std::move(done)] { done(fail(ErrorKind::Cancelled, "connect")); });
}

ports::SessionInfo GatewayWorker::info(const session::Output& answer) const
{
    ports::SessionInfo made;
    made.connectedTo = m_members.exchange().host().toStdString();
    made.user = m_profile.user.toStdString();
    made.security = security(m_profile, m_exchange.cmdletShell ? m_exchange.cmdletShell->mechanism() : std::string());
    made.permissions = mapPermissions(answer.objects);
    made.readOnly = m_profile.readOnly;
    return made;
}

void GatewayWorker::readSnapshot(ports::ReadScope scope, Done<domain::SnapshotPtr> done,
                                 std::function<void(domain::SnapshotPtr)> part)
{
    auto call = [this, scope = std::move(scope), done, part = std::move(part)](const std::function<void()>& over) {
        switchAwayFrom(scope.avoid);
        if (scope.askRefused) m_cache->refusedBy.clear();
        auto ask = [this, avoid = scope.avoid](const domain::ServerName& node, psrp::Command command, OnReply reply) {
            m_members.learn(m_cache->servers);
            if (node.empty())
                askExchange(std::move(command), avoid, static_cast<int>(m_cache->servers.size()), std::move(reply));
            else
                askNode(node, std::move(command), std::move(reply));
        };
        auto askOutside = [this](const domain::ServerName& server, auto reply) {
            m_members.learn(m_cache->servers);
            askHealthchecks(server, std::move(reply));
        };
        const auto reader =
            std::make_shared<SnapshotReader>(scope, std::move(ask), std::move(askOutside), m_cache, m_clock);
        auto ended = [this, done, over](domain::Result<domain::SnapshotPtr> result) {
            m_members.learn(m_cache->servers);
            done(std::move(result));
            over();
        };
        reader->run(m_members.exchange().host().toStdString(), std::move(ended), scope.gradual ? part : nullptr);
    };
    enqueue(std::move(call), [done = std::move(done)] { done(fail(ErrorKind::Cancelled, "read the organisation")); });
}

void GatewayWorker::execute(maintenance::Command command, Done<maintenance::CommandReport> done)
{
    auto call = [this, command, done](const std::function<void()>& over) {
        auto reply = [command, done, over](const domain::Result<session::Output>& answer) {
            done(answer ? report(command, *answer)
                        : domain::Result<maintenance::CommandReport>(fail(answer.error().within(describe(command)))));
            over();
        };
        if (command.endpoint == EndpointKind::Node)
            return sendOnce(m_nodes[command.on], {EndpointKind::Node, m_members.node(command.on)}, toWire(command),
                            std::move(reply));
        switchAwayFrom(command.on);
        sendOnce(m_exchange, exchangeAddress(), toWire(command), std::move(reply));
    };
    enqueue(std::move(call), [command = std::move(command), done = std::move(done)] {
        done(fail(ErrorKind::Cancelled, describe(command)));
    });
}

// The session does not stay on a server that is about to enter maintenance (exchange.md 4.7).
void GatewayWorker::switchAwayFrom(const domain::ServerName& server)
{
    if (m_members.switchAwayFrom(server, std::chrono::steady_clock::now())) drop(m_exchange);
}

void GatewayWorker::withShell(Shell& shell, const ShellAddress& address, std::function<void(domain::Result<>)> ready)
{
    if (shell.open) return ready({});
    if (auto allowed = m_members.mayGetCredentials(address.url); !allowed) return ready(std::move(allowed));
    shell.cmdletShell = m_makeShell(address);
    const CmdletShellPtr opening = shell.cmdletShell;
    ports::onFinished(this, opening->open(),
                      [this, &shell, opening, ready = std::move(ready)](const domain::Result<>& result) {
                          if (shell.cmdletShell == opening) shell.open = result.has_value();
                          if (!result && shell.cmdletShell == opening) drop(shell);
                          ready(result);
                      });
}

void GatewayWorker::sendOnce(Shell& shell, const ShellAddress& address, psrp::Command command, OnReply reply)
{
    withShell(shell, address,
              [this, &shell, command = std::move(command), reply = std::move(reply)](const domain::Result<>& ready) {
                  if (!ready) return reply(fail(session::notSent(ready.error())));
                  if (!shell.cmdletShell) return reply(fail(ErrorKind::Cancelled, command.name));
                  const CmdletShellPtr cmdletShell = shell.cmdletShell;
                  ports::onFinished(this, cmdletShell->invoke(command),
                                    [this, &shell, cmdletShell, reply](const domain::Result<session::Output>& answer) {
                                        if (!answer && domain::affectsConnection(answer.error().kind) &&
                                            shell.cmdletShell == cmdletShell)
                                            drop(shell);
                                        reply(answer);
                                    });
              });
}

void GatewayWorker::askExchange(psrp::Command command, domain::ServerName avoid, int membersLeft, OnReply reply)
{
    auto tryNextMember = [this, command, avoid = std::move(avoid), membersLeft,
                          reply = std::move(reply)](const domain::Result<session::Output>& answer) {
        // A domain controller is as silent to another member.
        const bool elsewhere = !answer && domain::mayRepeatReading(answer.error().kind) &&
                               answer.error().kind != domain::ErrorKind::DomainControllerDown;
        if (!elsewhere || membersLeft <= 0 || !m_members.moveOn(avoid, std::chrono::steady_clock::now()))
            return reply(answer);
        drop(m_exchange);
        askExchange(command, avoid, membersLeft - 1, reply);
    };
    sendOnce(m_exchange, exchangeAddress(), std::move(command), std::move(tryNextMember));
}

void GatewayWorker::askNode(const domain::ServerName& server, psrp::Command command, OnReply reply)
{
    auto noteClock = [this, server, reply = std::move(reply)](const domain::Result<session::Output>& answer) {
        const auto shell = m_nodes[server].cmdletShell;
        // The header has whole seconds: half of one is what it lacks on average.
        if (const auto time = answer && shell ? shell->serverTime() : std::nullopt)
            m_cache->clockSkew[server] = *time + std::chrono::milliseconds(500) - m_clock.now();
        reply(answer);
    };
    sendOnce(m_nodes[server], {EndpointKind::Node, m_members.node(server)}, std::move(command), std::move(noteClock));
}

void GatewayWorker::askHealthchecks(const domain::ServerName& server,
                                    std::function<void(std::optional<domain::Healthchecks>)> reply)
{
    const auto origin = m_members.client(server);
    if (origin.isEmpty()) return reply(std::nullopt);
    m_healthchecks(origin, this, [server, reply = std::move(reply)](domain::Healthchecks found) {
        found.server = server;
        reply(std::move(found));
    });
}

void GatewayWorker::drop(Shell& shell)
{
    shell.open = false;
    if (const CmdletShellPtr cmdletShell = std::exchange(shell.cmdletShell, nullptr)) deleteShell(cmdletShell);
}

// Closing deletes the remote shell. The CmdletShell, and this object, live until that was answered or timed out.
void GatewayWorker::deleteShell(const CmdletShellPtr& cmdletShell)
{
    ++m_closing;
    auto* watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, cmdletShell] {
        watcher->deleteLater();
        --m_closing;
        deleteWhenClosed();
    });
    watcher->setFuture(cmdletShell->close());
}

void GatewayWorker::deleteWhenClosed()
{
    if (m_deleting && m_closing == 0) deleteLater();
}

void GatewayWorker::close()
{
    const auto waiting = std::exchange(m_calls, {});
    for (const Call& call : waiting)
        call.giveUp();
    m_cache->refusedBy.clear();
    for (auto& [server, shell] : m_nodes)
        drop(shell);
    drop(m_exchange);
}

void GatewayWorker::closeAndDelete()
{
    m_deleting = true;
    close();
    deleteWhenClosed();
}

} // namespace drydock::exchange
