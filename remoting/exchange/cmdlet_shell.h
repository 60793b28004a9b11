// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The interface of one remote shell that the gateway needs: runs cmdlets one after another and returns objects, errors
// and warnings.
#pragma once

#include "model/domain/result.h"
#include "model/ports/exchange_gateway.h"
#include "remoting/psrp/command.h"
#include "remoting/session/output.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace drydock::exchange {

// Made, called and destroyed on the network thread. Dropping a future cancels nothing; deleting the object cancels its
// calls. The errors are those of session::RemoteShell.
class CmdletShell
{
public:
    virtual ~CmdletShell() = default;
    [[nodiscard]] virtual QFuture<domain::Result<>> open() = 0;
    // A reading whose answer was lost is run again once. A change that may have run is OutcomeUnknown, and is never
    // sent twice.
    [[nodiscard]] virtual QFuture<domain::Result<session::Output>> invoke(psrp::Command command) = 0;
    // Returns the time by the server's clock when it last answered; empty if it has not told it.
    [[nodiscard]] virtual std::optional<domain::Time> serverTime() const = 0;
    // Returns by what both sides proved themselves, "Kerberos" or "NTLM"; empty: by neither.
    [[nodiscard]] virtual std::string mechanism() const { return {}; }
    // Cancels all calls and deletes the remote shell.
    [[nodiscard]] virtual QFuture<void> close() = 0;
};

// The endpoint of a shell and its URL.
struct ShellAddress {
    domain::EndpointKind endpoint = domain::EndpointKind::Exchange;
    QUrl url;
};

// Makes shells. Called on the network thread, where the shell lives.
using CmdletShellFactory = std::function<std::unique_ptr<CmdletShell>(const ShellAddress&)>;

// Asks the server at this origin for its health checks. Called on the network thread, where the answer arrives, unless
// the owner ends before.
using HealthcheckProbe =
    std::function<void(const QUrl& origin, QObject* owner, std::function<void(domain::Healthchecks)>)>;

} // namespace drydock::exchange
