// The gateway port over remote shells: one of the Exchange endpoint, and one a node as it is needed.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "remoting/exchange/cmdlet_shell.h"
#include "remoting/session/network_thread.h"

namespace drydock::exchange {

class GatewayWorker;

class SessionGateway final : public ports::ExchangeGateway
{
public:
    // The shells live on `thread`, which outlives this object and waits for them to be deleted.
    SessionGateway(const ports::ConnectionProfile& profile, CmdletShellFactory shells, const ports::Clock& clock,
                   session::NetworkThread& thread);
    ~SessionGateway() override; // closes; does not wait

    [[nodiscard]] QFuture<domain::Result<ports::ServerInfo>> open() override;
    [[nodiscard]] QFuture<domain::Result<domain::SnapshotPtr>> readSnapshot(ports::ReadScope scope) override;
    [[nodiscard]] QFuture<domain::Result<maintenance::CommandReport>> execute(maintenance::Command command) override;
    void close() override; // returns at once; the shells are deleted on the network thread

private:
    GatewayWorker* m_worker; // lives on the network thread and deletes itself there
};

} // namespace drydock::exchange
