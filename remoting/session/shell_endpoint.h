// Where a remote shell is and how to get in: everything but the password.
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
    bool readOnly = false; // nothing but Get- and Test- leaves
    http::TlsOptions tls;
};

} // namespace drydock::session
