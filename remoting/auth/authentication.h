// How a connection proves who it is: the schemes, their headers, and where each may be used.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::auth {

enum class Scheme {
    None,  // to loopback only: the built-in lab
    Basic, // over TLS, or to loopback
};

struct Credentials {
    Scheme scheme = Scheme::None;
    std::string user;
    domain::Secret password;

    // A second copy for a second connection.
    [[nodiscard]] Credentials clone() const { return {scheme, user, password.clone()}; }
};

// Refuses (BadAddress) a scheme that would give the password or the session away on such a connection.
[[nodiscard]] domain::Result<> checkAllowed(Scheme scheme, std::string_view host, bool tls);

// The value of the Authorization header; empty for None. RFC 7617, the text in UTF-8.
[[nodiscard]] domain::Secret authorization(const Credentials& credentials);
// The server side of Basic; empty when the header is not that.
[[nodiscard]] std::optional<Credentials> readAuthorization(std::string_view header);

// The scheme words of a WWW-Authenticate header, in order ("Kerberos", "Negotiate", "Basic"); parameters are skipped.
[[nodiscard]] std::vector<std::string> offeredSchemes(std::string_view header);

} // namespace drydock::auth
