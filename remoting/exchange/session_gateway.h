// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The gateway port over remote shells: one to Exchange, and one to each node when it is needed.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "remoting/exchange/cmdlet_shell.h"
#include "remoting/session/network_thread.h"

namespace drydock::exchange {

class GatewayWorker;

// Its functions may be called from any thread. Dropping a future cancels nothing. Errors: those of
// session::RemoteShell; a reading fails only if nothing could be read.
class SessionGateway final : public ports::ExchangeGateway
{
public:
    // The shells live on `thread`, which must outlive this object and waits until they are deleted.
    // Without `healthchecks` no reading holds those of the load balancer.
    SessionGateway(const ports::ConnectionProfile& profile, CmdletShellFactory shells, const ports::Clock& clock,
                   session::NetworkThread& thread, HealthcheckProbe healthchecks = {});
    // Does what close() does, without waiting.
    ~SessionGateway() override;

    [[nodiscard]] QFuture<domain::Result<ports::SessionInfo>> open() override;
    [[nodiscard]] QFuture<domain::Result<domain::SnapshotPtr>> readSnapshot(ports::ReadScope scope) override;
    [[nodiscard]] QFuture<domain::Result<maintenance::CommandReport>> execute(maintenance::Command command) override;
    [[nodiscard]] std::shared_ptr<ports::ExchangeGateway> another() const override;
    // Cancels waiting and running calls and deletes the shells on the network thread. Returns at once.
    void close() override;

private:
    const ports::ConnectionProfile m_profile;
    const CmdletShellFactory m_shells;
    const HealthcheckProbe m_healthchecks;
    const ports::Clock& m_clock;
    session::NetworkThread& m_thread;
    GatewayWorker* m_worker; // lives on the network thread, and deletes itself there
};

} // namespace drydock::exchange
