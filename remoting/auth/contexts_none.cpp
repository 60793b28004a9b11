// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Stands in where this build has no GSSAPI: only the schemes without a SecurityContext are implemented.
#include "remoting/auth/acceptor.h"
#include "remoting/auth/logon.h"

namespace drydock::auth {

bool implementsContexts() noexcept { return false; }

std::shared_ptr<Logon> makeLogon(const Credentials&) { return nullptr; }

domain::Result<std::unique_ptr<Acceptor>> makeAcceptor(const AcceptorOptions&)
{
    return domain::fail(domain::ErrorKind::Usage, "accept Kerberos", "this build has no GSSAPI");
}

} // namespace drydock::auth
