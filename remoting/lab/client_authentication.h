// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Says who sends a request to the lab, after the sender has proved it.
#pragma once

#include "model/domain/authentication_scheme.h"
#include "model/domain/secret.h"
#include "remoting/auth/acceptor.h"
#include "remoting/http/server_connection.h"
#include "remoting/lab/organisation.h"

#include <QObject>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace drydock::lab {

struct ClientAuthenticationOptions {
    domain::AuthenticationScheme scheme = domain::AuthenticationScheme::Basic;
    domain::Secret password; // of all users, for Basic. With Certificate the certificate's common name is the account
    auth::AcceptorOptions keys; // for Kerberos and Negotiate
    std::string channelBinding; // empty without TLS
};

// Lives on the thread of the LabServer. With the scheme None every client is the first user of the scenario.
class ClientAuthentication : public QObject
{
    Q_OBJECT
public:
    // `organisation` must outlive this object. Usage: the keytab cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<ClientAuthentication>> make(ClientAuthenticationOptions options,
                                                                            const Organisation& organisation);

    // Returns the user of the scenario who sends the request. Nothing: the request has been answered. With Kerberos and
    // Negotiate the authentication belongs to the connection, whose bodies are sealed from then on unless it has TLS.
    [[nodiscard]] std::optional<std::string> userOf(http::ServerConnection* connection,
                                                    const http::ServerRequest& request);

    // Answers with 401, and forgets who the client is.
    void refuse(http::ServerConnection& connection);

private:
    struct Client {
        std::shared_ptr<auth::SecurityContext> context;
        std::string user; // empty until the context is established
    };

    ClientAuthentication(ClientAuthenticationOptions options, const Organisation& organisation);
    [[nodiscard]] std::optional<std::string> userByPassword(const http::ServerRequest& request) const;
    [[nodiscard]] std::optional<std::string> userOfTheScenario(std::string_view account) const;
    void takeToken(http::ServerConnection* connection, std::string_view token);

    ClientAuthenticationOptions m_options;
    const Organisation& m_organisation;
    std::unique_ptr<auth::Acceptor> m_acceptor;
    std::map<http::ServerConnection*, Client> m_clients;
};

} // namespace drydock::lab
