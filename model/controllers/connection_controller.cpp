// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/connection_controller.h"

#include "model/domain/read_only_cmdlet.h"
#include "model/ports/on_finished.h"

#include <QFutureSynchronizer>
#include <QtConcurrentRun>

namespace drydock::controllers {

struct ConnectionController::Private {
    ports::GatewayFactory factory;
    State state = State::Disconnected;
    ports::ConnectionProfile profile;
    ports::SessionInfo info;
    std::shared_ptr<ports::ExchangeGateway> gateway;
    quint64 generation = 0;
    QFutureSynchronizer<void> closing;
};

ConnectionController::ConnectionController(ports::GatewayFactory factory, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->factory = std::move(factory);
}

ConnectionController::~ConnectionController()
{
    if (d->gateway) d->gateway->close();
    d->closing.waitForFinished();
}

void ConnectionController::connectTo(const ports::ConnectionProfile& profile, const ports::Passwords& passwords)
{
    disconnect();
    d->profile = profile;
    auto made = d->factory(d->profile, passwords);
    if (!made) {
        emit failed(made.error());
        return;
    }
    d->gateway = std::move(*made);
    d->state = State::Connecting;
    emit stateChanged(d->state);
    ports::onFinished(this, d->gateway->open(),
                      [this, generation = d->generation](domain::Result<ports::SessionInfo> opened) {
                          if (generation != d->generation) return; // another connection was requested meanwhile
                          if (!opened) {
                              disconnect();
                              emit failed(opened.error());
                              return;
                          }
                          d->info = std::move(*opened);
                          d->state = State::Connected;
                          emit stateChanged(d->state);
                      });
}

void ConnectionController::disconnect()
{
    ++d->generation;
    d->info = {};
    if (auto gateway =
            std::exchange(d->gateway, nullptr)) // on another thread, because close() may wait for the network
        d->closing.addFuture(QtConcurrent::run([gateway] { gateway->close(); }));
    if (d->state == State::Disconnected) return;
    d->state = State::Disconnected;
    emit stateChanged(d->state);
}

ConnectionController::State ConnectionController::state() const { return d->state; }
const ports::ConnectionProfile& ConnectionController::profile() const { return d->profile; }
const ports::SessionInfo& ConnectionController::info() const { return d->info; }
std::shared_ptr<ports::ExchangeGateway> ConnectionController::refreshGateway() const { return d->gateway; }

std::shared_ptr<ports::ExchangeGateway> ConnectionController::newGateway() const
{
    return d->gateway ? d->gateway->another() : nullptr;
}

ConnectionController::Permission ConnectionController::permissionFor(const std::string& cmdlet) const
{
    if (d->state != State::Connected) return {};
    if ((d->info.readOnly || d->profile.readOnly) && !domain::isReadOnlyCmdlet(cmdlet)) return {false, true, {}};
    // Without any permissions they could not be read. The server then decides, at pre-flight and again at the command.
    if (!d->info.permissions.empty() && !maintenance::grantedParameters(d->info.permissions, cmdlet))
        return {false, false, cmdlet};
    return {true, false, {}};
}

ConnectionController::Permission ConnectionController::permissionForMaintenance() const
{
    // Set-ServerComponentState stands for the others where none is missing: it is one that changes something.
    const auto missing = maintenance::missingForMaintenance(d->info.permissions);
    return permissionFor(missing.empty() ? "Set-ServerComponentState" : missing.front());
}

} // namespace drydock::controllers
