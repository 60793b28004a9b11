// How a connection proves who it is: the schemes, their words, and the rule where each may be used.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace drydock::domain {

enum class AuthenticationScheme { Kerberos, Negotiate, Basic, None };

inline constexpr std::array allAuthenticationSchemes{AuthenticationScheme::Kerberos, AuthenticationScheme::Negotiate,
                                                     AuthenticationScheme::Basic, AuthenticationScheme::None};

// "kerberos", "negotiate", "basic", "none": as the command line and the saved connections write it.
[[nodiscard]] const char* toString(AuthenticationScheme scheme) noexcept;
// Exactly these words; empty for any other.
[[nodiscard]] std::optional<AuthenticationScheme> authenticationSchemeOf(std::string_view word) noexcept;

// Where a scheme may be used. The rule depends on the endpoint's address alone.
enum class SchemeUse {
    Allowed,
    NeedsTls,      // the password would go over the wire as it is
    NeedsLoopback, // everyone who reaches the endpoint would be let in
};
// `host` as in a URL, without brackets or with them; `tls`: the address is https.
// Kerberos and Negotiate may be used without TLS: the bodies of their messages are sealed.
[[nodiscard]] SchemeUse schemeUse(AuthenticationScheme scheme, std::string_view host, bool tls) noexcept;

} // namespace drydock::domain
