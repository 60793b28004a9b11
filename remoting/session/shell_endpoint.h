// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The address of a remote shell and how to authenticate there, without the password.
#pragma once

#include "remoting/auth/authentication.h"
#include "remoting/http/tls.h"

#include <QUrl>

#include <string>

namespace drydock::session {

struct ShellEndpoint {
    QUrl url;                  // http(s)://host[:port]/PowerShell or …/wsman
    std::string configuration; // "Microsoft.Exchange" or "Microsoft.PowerShell"
    domain::AuthenticationScheme scheme = domain::AuthenticationScheme::None;
    std::string user;
    bool readOnly = false; // only read-only cmdlets are sent
    http::TlsOptions tls;
};

} // namespace drydock::session
