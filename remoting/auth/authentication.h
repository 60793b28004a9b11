// How a connection proves who it is: the schemes this build speaks, and their headers.
#pragma once

#include "model/domain/authentication_scheme.h"
#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::auth {

// The schemes that this build speaks, of those the model knows. Every layer above asks here, directly or by
// ports::ImplementsScheme.
[[nodiscard]] bool isImplemented(domain::AuthenticationScheme scheme) noexcept;

struct Credentials {
    domain::AuthenticationScheme scheme = domain::AuthenticationScheme::None;
    std::string user;
    domain::Secret password;

    // A second copy for a second connection.
    [[nodiscard]] Credentials clone() const { return {scheme, user, password.clone()}; }
};

// Refuses a scheme that is not implemented (NotAuthenticated), and one that would give the password or the session away
// on such a connection (BadAddress; the rule is domain::schemeUse).
[[nodiscard]] domain::Result<> checkAllowed(domain::AuthenticationScheme scheme, std::string_view host, bool tls);

// The value of the Authorization header of Basic (RFC 7617, the text in UTF-8); empty for any other scheme.
[[nodiscard]] domain::Secret authorization(const Credentials& credentials);
// The server side of Basic; empty when the header is not that.
[[nodiscard]] std::optional<Credentials> readAuthorization(std::string_view header);

// The scheme words of a WWW-Authenticate header, in order ("Kerberos", "Negotiate", "Basic"); parameters are skipped.
[[nodiscard]] std::vector<std::string> offeredSchemes(std::string_view header);

} // namespace drydock::auth
