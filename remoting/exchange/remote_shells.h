// Channels over real remote shells: how a connection profile becomes endpoints.
#pragma once

#include "model/domain/secret.h"
#include "remoting/exchange/cmdlet_shell.h"
#include "remoting/session/network_thread.h"
#include "remoting/session/shell_endpoint.h"
#include "remoting/session/wire_tap.h"

namespace drydock::exchange {

// What a shell of this profile at that address needs; the certificate pin holds for the host of the profile's own URL.
[[nodiscard]] session::ShellEndpoint endpointOf(const ports::ConnectionProfile& profile, const ShellAddress& address);
// NotAuthenticated for a scheme that this build does not speak. The password is kept once, for all of the shells.
[[nodiscard]] domain::Result<CmdletShellFactory> remoteShells(const ports::ConnectionProfile& profile,
                                                              const domain::Secret& password,
                                                              session::NetworkThread& thread,
                                                              session::WireTap tap = {});

} // namespace drydock::exchange
