// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The address of a remote shell and how to authenticate there, without the password.
#pragma once

#include "model/domain/endpoint_findings.h"
#include "model/domain/healthcheck.h"
#include "remoting/auth/authentication.h"
#include "remoting/http/tls.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <string>

namespace drydock::session {

struct ShellEndpoint {
    QUrl url;                  // http(s)://host[:port]/PowerShell or …/wsman
    std::string configuration; // "Microsoft.Exchange" or "Microsoft.PowerShell"
    domain::AuthenticationScheme scheme = domain::AuthenticationScheme::None;
    std::string user;
    std::string keytab;                 // Kerberos: the file of the user's key, in place of the password
    bool allowNtlm = false;             // Negotiate may use NTLM where Kerberos cannot be used
    std::string servicePrincipal;       // of this server, in place of HTTP/host; empty: none given
    std::shared_ptr<auth::Logon> logon; // shared with the other shells of the user; null: the shell makes its own
    std::shared_ptr<auth::CredentialHistory> history; // shared by all shells with these credentials
    bool readOnly = false;                            // only read-only cmdlets are sent
    http::TlsOptions tls;
};

// Returns the name by which auth::CredentialHistory knows the endpoint.
[[nodiscard]] std::string nameOf(const ShellEndpoint& endpoint);
// Looks at the way to the endpoint without a request (http::EndpointProbe). `done` is called once, on this thread.
void probe(const ShellEndpoint& endpoint, std::function<void(domain::EndpointFindings)> done);
// Asks the server at the endpoint's URL for its health checks without authenticating (http::HealthcheckProbe). `done`
// is called once, on this thread, unless `owner` ends before.
void askHealthchecks(const ShellEndpoint& endpoint, QObject* owner, std::function<void(domain::Healthchecks)> done);
// Returns the logon of the endpoint's user, for several shells to share. Null: the scheme has none.
[[nodiscard]] std::shared_ptr<auth::Logon> makeLogon(const ShellEndpoint& endpoint, const domain::Secret& password);

} // namespace drydock::session
