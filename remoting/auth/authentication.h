// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The authentication schemes of this build, and the HTTP headers that carry them.
#pragma once

#include "model/domain/authentication_scheme.h"
#include "model/domain/result.h"
#include "model/domain/secret.h"
#include "remoting/auth/credential_history.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::auth {

class Logon;

// Returns whether this build implements the scheme. Every layer above uses this function, directly or through
// ports::ImplementsScheme.
[[nodiscard]] bool isImplemented(domain::AuthenticationScheme scheme) noexcept;

struct Credentials {
    domain::AuthenticationScheme scheme = domain::AuthenticationScheme::None;
    std::string user;
    domain::Secret password;
    std::string keytab{};           // Kerberos: the file of the user's key, in place of the password
    bool allowNtlm = false;         // Negotiate: NTLM may be used where Kerberos cannot be
    std::shared_ptr<Logon> logon{}; // of Kerberos and Negotiate: what the connections of one session share
    std::shared_ptr<CredentialHistory> history{}; // what became of them; absent: nothing is remembered

    // Returns a copy, password included, for a second connection.
    [[nodiscard]] Credentials clone() const
    {
        return {scheme, user, password.clone(), keytab, allowNtlm, logon, history};
    }
};

// Errors: NotAuthenticated when the scheme is not implemented; BadAddress when it would expose the password or the
// session on such a connection (the rule is domain::schemeUse).
[[nodiscard]] domain::Result<> checkAllowed(domain::AuthenticationScheme scheme, std::string_view host, bool tls);

// Returns the value of the Authorization header for Basic (RFC 7617, in UTF-8) and for a client certificate
// (protocol.md 4.1); empty for any other scheme.
[[nodiscard]] domain::Secret authorization(const Credentials& credentials);
// Reads an Authorization header on the server side; returns nothing if it is not Basic.
[[nodiscard]] std::optional<Credentials> readAuthorization(std::string_view header);

// Returns the value of a header that carries a token: "Kerberos YII…". Without a token it is the scheme's word.
[[nodiscard]] std::string tokenHeader(domain::AuthenticationScheme scheme, std::string_view token);
// Reads an Authorization or WWW-Authenticate header. Nothing: it carries no token of this scheme.
[[nodiscard]] std::optional<std::string> readToken(std::string_view header, domain::AuthenticationScheme scheme);

// Returns the schemes of a WWW-Authenticate header in order ("Kerberos", "Negotiate", "Basic"), without their
// parameters.
[[nodiscard]] std::vector<std::string> offeredSchemes(std::string_view header);

} // namespace drydock::auth
