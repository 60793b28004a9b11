// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/authentication_scheme.h"

#include "model/domain/loopback.h"

namespace drydock::domain {

const char* toString(AuthenticationScheme scheme) noexcept
{
    switch (scheme) {
    case AuthenticationScheme::Kerberos:
        return "kerberos";
    case AuthenticationScheme::Negotiate:
        return "negotiate";
    case AuthenticationScheme::Basic:
        return "basic";
    case AuthenticationScheme::Certificate:
        return "certificate";
    case AuthenticationScheme::None:
        break;
    }
    return "none";
}

std::optional<AuthenticationScheme> authenticationSchemeOf(std::string_view word) noexcept
{
    for (const auto scheme : allAuthenticationSchemes)
        if (word == toString(scheme)) return scheme;
    return std::nullopt;
}

SchemeUse schemeUse(AuthenticationScheme scheme, std::string_view host, bool tls) noexcept
{
    switch (scheme) {
    case AuthenticationScheme::Kerberos:
    case AuthenticationScheme::Negotiate:
        return SchemeUse::Allowed;
    case AuthenticationScheme::Basic:
        return tls || isLoopback(host) ? SchemeUse::Allowed : SchemeUse::NeedsTls;
    case AuthenticationScheme::Certificate:
        return tls ? SchemeUse::Allowed : SchemeUse::NeedsTls;
    case AuthenticationScheme::None:
        break;
    }
    return isLoopback(host) ? SchemeUse::Allowed : SchemeUse::NeedsLoopback;
}

} // namespace drydock::domain
