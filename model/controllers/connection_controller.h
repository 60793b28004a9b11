// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Connects to an organisation, reports identity and permissions, and provides gateways for refreshing and for runs.
#pragma once

#include "model/ports/credential_store.h"
#include "model/ports/exchange_gateway.h"

#include <QObject>

#include <memory>
#include <optional>

namespace drydock::controllers {

// Use it on the thread that it lives on; its signals are emitted there. The destructor closes the session and waits
// until it is closed; the wait is bounded.
class ConnectionController : public QObject
{
    Q_OBJECT

public:
    enum class State { Disconnected, Connecting, Connected };
    Q_ENUM(State)

    explicit ConnectionController(ports::GatewayFactory factory, QObject* parent = nullptr);
    ~ConnectionController() override;

    // Disconnects first. The result is reported by stateChanged(Connected) or failed(). The session keeps a copy of the
    // passwords.
    void connectTo(const ports::ConnectionProfile& profile, const ports::Passwords& passwords);
    // Returns at once and closes the session on another thread. A connection that is being made is cancelled without a
    // failed().
    void disconnect();
    [[nodiscard]] State state() const;
    [[nodiscard]] const ports::ConnectionProfile& profile() const;
    [[nodiscard]] const ports::SessionInfo& info() const; // valid while Connected
    // Returns the session that the tables use; nullptr while Disconnected.
    [[nodiscard]] std::shared_ptr<ports::ExchangeGateway> refreshGateway() const;
    // Returns another session of the same sign-in for a maintenance run, which is not opened yet; nullptr while
    // Disconnected, since nobody is signed in then.
    [[nodiscard]] std::shared_ptr<ports::ExchangeGateway> newGateway() const;

    // Whether a cmdlet may be used and, if not, the reason, for the tool tip of a disabled action.
    struct Permission {
        bool allowed = false;
        bool becauseReadOnly = false;
        std::string missing; // the cmdlet that the account lacks
    };
    [[nodiscard]] Permission permissionFor(const std::string& cmdlet) const;
    // Returns whether all cmdlets of a maintenance may be used, or else the permission of the first that may not.
    [[nodiscard]] Permission permissionForMaintenance() const;

signals:
    void stateChanged(drydock::controllers::ConnectionController::State state);
    // Reports that connectTo() failed. The state is Disconnected.
    void failed(const drydock::domain::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::controllers
