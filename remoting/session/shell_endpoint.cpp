// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/shell_endpoint.h"

#include "remoting/auth/logon.h"

namespace drydock::session {

std::shared_ptr<auth::Logon> makeLogon(const ShellEndpoint& endpoint, const domain::Secret& password)
{
    if (!auth::usesContext(endpoint.scheme)) return nullptr;
    return auth::makeLogon({endpoint.scheme, endpoint.user, password.clone()});
}

} // namespace drydock::session
