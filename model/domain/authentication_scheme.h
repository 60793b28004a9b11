// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The authentication schemes, their names, what each of them needs, and the rule that says where it may be used.
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

// Returns whether the scheme authenticates by the tokens of a security context. Such a context also seals the bodies of
// the messages where there is no TLS.
[[nodiscard]] bool usesContext(AuthenticationScheme scheme) noexcept;
// Returns whether the scheme authenticates a user that is given by name. The password is then the user's.
[[nodiscard]] bool takesUser(AuthenticationScheme scheme) noexcept;
// Returns whether that user must be given, since the scheme does not know the user of the logon session.
[[nodiscard]] bool needsUser(AuthenticationScheme scheme) noexcept;
// Returns whether the scheme authenticates by a client certificate. The password is then that of its key.
[[nodiscard]] bool takesClientCertificate(AuthenticationScheme scheme) noexcept;
// Returns whether a password may go with the scheme: the user's, or that of the certificate's key.
[[nodiscard]] bool takesPassword(AuthenticationScheme scheme) noexcept;
// Returns whether the scheme may fall back to NTLM where that is allowed.
[[nodiscard]] bool mayUseNtlm(AuthenticationScheme scheme) noexcept;
// Returns whether a server that is sent the credentials could use them elsewhere, since it gets the password or what
// NTLM makes of it. Kerberos sends no password, and a ticket is of use to the host alone that it names.
[[nodiscard]] bool exposesPassword(AuthenticationScheme scheme, bool allowNtlm) noexcept;

// Says whether a scheme may be used with an endpoint. The rule depends on the endpoint's address alone.
enum class SchemeUse {
    Allowed,
    NeedsTls,      // the scheme sends the password in clear text, or is a part of TLS
    NeedsLoopback, // the scheme admits every client that reaches the endpoint
};
// `host` is written as in a URL, and an IPv6 address may have its brackets; `tls` is true for an https address.
// What uses a context may do without TLS because it seals the bodies of its messages.
[[nodiscard]] SchemeUse schemeUse(AuthenticationScheme scheme, std::string_view host, bool tls) noexcept;

} // namespace drydock::domain
