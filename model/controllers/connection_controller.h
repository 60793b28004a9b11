// Connects, tells who we are connected to and what is granted, and hands out gateways for refreshing and for runs.
#pragma once

#include "model/ports/credential_store.h"
#include "model/ports/exchange_gateway.h"

#include <QObject>

#include <memory>
#include <optional>

namespace drydock::controllers {

class ConnectionController : public QObject
{
    Q_OBJECT

public:
    enum class State { Disconnected, Connecting, Connected };
    Q_ENUM(State)

    explicit ConnectionController(ports::GatewayFactory factory, QObject* parent = nullptr);
    ~ConnectionController() override;

    void connectTo(const ports::ConnectionProfile& profile, domain::Secret secret);
    void disconnect();
    [[nodiscard]] State state() const;
    [[nodiscard]] const ports::ConnectionProfile& profile() const;
    [[nodiscard]] const ports::ServerInfo& info() const;                          // valid when Connected
    [[nodiscard]] std::shared_ptr<ports::ExchangeGateway> refreshGateway() const; // the session the tables use
    // Another session, for a maintenance run; not opened yet.
    [[nodiscard]] domain::Result<std::shared_ptr<ports::ExchangeGateway>> newGateway() const;
    // Whether a cmdlet (and parameters) may be used; when not, why, as data for a disabled action's tool tip.
    struct Permission {
        bool allowed = false;
        bool becauseReadOnly = false;
        std::string missing;
    };
    [[nodiscard]] Permission permissionFor(const std::string& cmdlet) const;
    // Whether a whole maintenance may be run; the first missing cmdlet when not.
    [[nodiscard]] Permission permissionForMaintenance() const;

signals:
    void stateChanged(drydock::controllers::ConnectionController::State state);
    void failed(const drydock::domain::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::controllers
