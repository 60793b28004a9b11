// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/shell_endpoint.h"

#include "remoting/auth/logon.h"
#include "remoting/http/endpoint_probe.h"
#include "remoting/http/healthcheck_probe.h"
#include "remoting/http/http_connection.h"
#include "remoting/session/timeouts.h"

namespace drydock::session {

std::string nameOf(const ShellEndpoint& endpoint) { return http::endpointName(endpoint.url); }

void probe(const ShellEndpoint& endpoint, std::function<void(domain::EndpointFindings)> done)
{
    new http::EndpointProbe(endpoint.url, endpoint.tls, Timeouts().connect, std::move(done)); // it deletes itself
}

void askHealthchecks(const ShellEndpoint& endpoint, QObject* owner, std::function<void(domain::Healthchecks)> done)
{
    new http::HealthcheckProbe(endpoint.url, endpoint.tls, Timeouts().healthcheck, std::move(done), owner);
}

std::shared_ptr<auth::Logon> makeLogon(const ShellEndpoint& endpoint, const domain::Secret& password)
{
    if (!domain::usesContext(endpoint.scheme)) return nullptr;
    auth::Credentials credentials{endpoint.scheme, endpoint.user, password.clone()};
    credentials.allowNtlm = endpoint.allowNtlm;
    credentials.keytab = endpoint.keytab;
    return auth::makeLogon(credentials);
}

} // namespace drydock::session
