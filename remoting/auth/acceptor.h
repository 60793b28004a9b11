// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The server's side of Kerberos and Negotiate, for the lab and for tests.
#pragma once

#include "model/domain/authentication_scheme.h"
#include "model/domain/result.h"
#include "remoting/auth/security_context.h"

#include <memory>
#include <string>

namespace drydock::auth {

struct AcceptorOptions {
    domain::AuthenticationScheme scheme = domain::AuthenticationScheme::Kerberos;
    std::string keytab{};   // the keys of the service principals; empty: the system's
    bool allowNtlm = false; // with Negotiate; gss-ntlmssp takes the users from the file that NTLM_USER_FILE names
};

// Lives on one thread and is only used there.
class Acceptor
{
public:
    Acceptor() = default;
    virtual ~Acceptor() = default;
    Acceptor(const Acceptor&) = delete;
    Acceptor& operator=(const Acceptor&) = delete;

    // Returns the context of one connection. `channelBinding` is empty without TLS.
    [[nodiscard]] virtual std::shared_ptr<SecurityContext> newContext(std::string channelBinding) = 0;
};

// Errors: Usage when the keytab cannot be used, or this build implements no such scheme.
[[nodiscard]] domain::Result<std::unique_ptr<Acceptor>> makeAcceptor(const AcceptorOptions& options);

} // namespace drydock::auth
