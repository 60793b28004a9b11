// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/shell_endpoint.h"

#include "remoting/auth/logon.h"

namespace drydock::session {

std::shared_ptr<auth::Logon> makeLogon(const ShellEndpoint& endpoint, const domain::Secret& password)
{
    if (!auth::usesContext(endpoint.scheme)) return nullptr;
    auth::Credentials credentials{endpoint.scheme, endpoint.user, password.clone()};
    credentials.allowNtlm = endpoint.allowNtlm;
    return auth::makeLogon(credentials);
}

} // namespace drydock::session
