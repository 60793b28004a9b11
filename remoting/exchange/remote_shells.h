// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the gateway's shells from a connection profile, over session::RemoteShell.
#pragma once

#include "model/domain/secret.h"
#include "remoting/exchange/cmdlet_shell.h"
#include "remoting/session/network_thread.h"
#include "remoting/session/shell_endpoint.h"
#include "remoting/session/shell_setup.h"

namespace drydock::exchange {

// Returns the endpoint of a shell of this profile at that address, without logon and client certificate. A certificate
// pin applies only to its host.
[[nodiscard]] session::ShellEndpoint endpointOf(const ports::ConnectionProfile& profile, const ShellAddress& address);
// Returns a factory for the network thread. It keeps copies of the passwords, and so does each connection of a shell.
// An endpoint that has refused the password gets no further request of these shells (auth::CredentialHistory). The node
// endpoints get the credentials of `nodeUser`, where there is one, and no other endpoint does. `thread` must outlive
// the factory and the shells. Errors: NotAuthenticated when this build does not implement the scheme; those of
// http::readClientCertificate().
[[nodiscard]] domain::Result<CmdletShellFactory> remoteShells(const ports::ConnectionProfile& profile,
                                                              const ports::Passwords& passwords,
                                                              session::NetworkThread& thread,
                                                              session::ShellSetup setup = {});

// Returns what asks the servers of this profile for their health checks, on the network thread.
[[nodiscard]] HealthcheckProbe healthcheckProbe(const ports::ConnectionProfile& profile);

} // namespace drydock::exchange
