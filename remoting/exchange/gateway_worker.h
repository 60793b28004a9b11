// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The part of the gateway that lives on the network thread: owns the shells, one for Exchange and one for each node,
// and runs calls one after another.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "remoting/exchange/cmdlet_shell.h"
#include "remoting/exchange/member_selector.h"
#include "remoting/exchange/session_cache.h"
#include "remoting/session/network_thread.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace drydock::exchange {

// Called on the network thread only. `done` is called there once for each call; the errors are those of
// session::RemoteShell.
class GatewayWorker : public QObject
{
    Q_OBJECT

public:
    template <class T> using Done = std::function<void(domain::Result<T>)>;

    GatewayWorker(const ports::ConnectionProfile& profile, CmdletShellFactory makeShell, HealthcheckProbe healthchecks,
                  const ports::Clock& clock, session::NetworkThread& thread);
    ~GatewayWorker() override;

    void open(Done<ports::SessionInfo> done);
    // `part` is called with what has been read so far, if the scope asks for that.
    void readSnapshot(ports::ReadScope scope, Done<domain::SnapshotPtr> done,
                      std::function<void(domain::SnapshotPtr)> part);
    void execute(maintenance::Command command, Done<maintenance::CommandReport> done);
    // Cancels waiting calls and deletes the shells. A later call opens new ones.
    void close();
    // Does the same as close(), and deletes this object when the shells are deleted.
    void closeAndDelete();

private:
    using CmdletShellPtr = std::shared_ptr<CmdletShell>;
    struct Shell {
        CmdletShellPtr cmdletShell;
        bool open = false;
    };
    using OnReply = Done<session::Output>;

    // Runs one call at a time. `call` receives a function to call at its end; `givenUp` is called instead if close()
    // cancels it first.
    void enqueue(std::function<void(std::function<void()>)> call, std::function<void()> givenUp);
    void runNext();
    void withShell(Shell& shell, const ShellAddress& address, std::function<void(domain::Result<>)> ready);
    // Sends a reading, and sends it to another member if the current one does not answer.
    void askExchange(psrp::Command command, domain::ServerName avoid, int membersLeft, OnReply reply);
    void askHealthchecks(const domain::ServerName& server,
                         std::function<void(std::optional<domain::Healthchecks>)> reply);
    void askNode(const domain::ServerName& server, psrp::Command command, OnReply reply);
    void sendOnce(Shell& shell, const ShellAddress& address, psrp::Command command, OnReply reply);
    void drop(Shell& shell);
    void deleteShell(const CmdletShellPtr& cmdletShell);
    void deleteWhenClosed();
    void switchAwayFrom(const domain::ServerName& server);
    [[nodiscard]] ports::SessionInfo info(const session::Output& answer) const;
    [[nodiscard]] ShellAddress exchangeAddress() const
    {
        return {domain::EndpointKind::Exchange, m_members.exchange()};
    }

    struct Call {
        std::function<void(std::function<void()>)> run;
        std::function<void()> giveUp;
    };

    session::NetworkThread::ShutdownGuard m_shutdownGuard;
    ports::ConnectionProfile m_profile;
    CmdletShellFactory m_makeShell;
    HealthcheckProbe m_healthchecks;
    const ports::Clock& m_clock;
    MemberSelector m_members;
    std::shared_ptr<SessionCache> m_cache = std::make_shared<SessionCache>();
    Shell m_exchange;
    std::map<domain::ServerName, Shell> m_nodes;
    std::deque<Call> m_calls;
    bool m_busy = false;
    bool m_deleting = false;
    int m_closing = 0; // the number of shells that are being deleted
};

} // namespace drydock::exchange
