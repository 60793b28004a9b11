// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Where a connection leads, as whom, and how long it waits.
#pragma once

#include "remoting/auth/authentication.h"
#include "remoting/http/message.h"
#include "remoting/http/tls.h"

#include <QUrl>

#include <chrono>
#include <string>

namespace drydock::http {

// Returns the name of the endpoint at a URL: the URL without user and query.
[[nodiscard]] std::string endpointName(const QUrl& url);

struct HttpConnectionOptions {
    QUrl url;
    auth::Credentials credentials; // with a logon where the scheme has one
    std::string servicePrincipal;  // of the server, in place of HTTP/host; empty: none given
    TlsOptions tls;
    Limits limits;
    std::chrono::milliseconds connectTimeout{std::chrono::seconds(10)};      // time-out table, "connect"
    std::chrono::milliseconds authenticateTimeout{std::chrono::seconds(30)}; // time-out table, "authenticate"
    std::chrono::milliseconds idleTimeout{std::chrono::seconds(100)};        // time-out table, "idle connection"

    // Returns the name of the endpoint: its URL without user and query.
    [[nodiscard]] std::string endpoint() const { return endpointName(url); }
    [[nodiscard]] HttpConnectionOptions clone() const
    {
        return {url,    credentials.clone(), servicePrincipal,    tls,
                limits, connectTimeout,      authenticateTimeout, idleTimeout};
    }
};

} // namespace drydock::http
