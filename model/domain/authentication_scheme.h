// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The authentication schemes, their names, and the rule that says where each of them may be used.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace drydock::domain {

enum class AuthenticationScheme { Kerberos, Negotiate, Basic, Certificate, None };

inline constexpr std::array allAuthenticationSchemes{AuthenticationScheme::Kerberos, AuthenticationScheme::Negotiate,
                                                     AuthenticationScheme::Basic, AuthenticationScheme::Certificate,
                                                     AuthenticationScheme::None};

// Returns the name that the command line and the saved connections use: "kerberos", "negotiate", "basic",
// "certificate", "none".
[[nodiscard]] const char* toString(AuthenticationScheme scheme) noexcept;
// Returns the scheme of exactly that name; empty if there is none.
[[nodiscard]] std::optional<AuthenticationScheme> authenticationSchemeOf(std::string_view word) noexcept;

// Says whether a scheme may be used with an endpoint. The rule depends on the endpoint's address alone.
enum class SchemeUse {
    Allowed,
    NeedsTls,      // the scheme sends the password in clear text, or is a part of TLS
    NeedsLoopback, // the scheme admits every client that reaches the endpoint
};
// `host` is written as in a URL, and an IPv6 address may have its brackets; `tls` is true for an https address.
// Kerberos and Negotiate may be used without TLS because they seal the bodies of their messages.
[[nodiscard]] SchemeUse schemeUse(AuthenticationScheme scheme, std::string_view host, bool tls) noexcept;

} // namespace drydock::domain
