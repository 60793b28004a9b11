// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/authentication_scheme.h"

#include "model/domain/loopback.h"

namespace drydock::domain {

namespace {

struct Traits {
    const char* name;
    bool usesContext = false;
    bool takesUser = false;
    bool needsUser = false;
    bool takesClientCertificate = false;
    bool mayUseNtlm = false;
    bool passwordInClearText = false;
};

constexpr Traits traitsOf(AuthenticationScheme scheme) noexcept
{
    switch (scheme) {
    case AuthenticationScheme::Kerberos:
        return {.name = "kerberos", .usesContext = true, .takesUser = true};
    case AuthenticationScheme::Negotiate:
        return {.name = "negotiate", .usesContext = true, .takesUser = true, .mayUseNtlm = true};
    case AuthenticationScheme::Basic:
        return {.name = "basic", .takesUser = true, .needsUser = true, .passwordInClearText = true};
    case AuthenticationScheme::Certificate:
        return {.name = "certificate", .takesClientCertificate = true};
    case AuthenticationScheme::None:
        break;
    }
    return {.name = "none"};
}

} // namespace

const char* toString(AuthenticationScheme scheme) noexcept { return traitsOf(scheme).name; }

std::optional<AuthenticationScheme> authenticationSchemeOf(std::string_view word) noexcept
{
    for (const auto scheme : allAuthenticationSchemes)
        if (word == toString(scheme)) return scheme;
    return std::nullopt;
}

bool usesContext(AuthenticationScheme scheme) noexcept { return traitsOf(scheme).usesContext; }

bool takesUser(AuthenticationScheme scheme) noexcept { return traitsOf(scheme).takesUser; }

bool needsUser(AuthenticationScheme scheme) noexcept { return traitsOf(scheme).needsUser; }

bool takesClientCertificate(AuthenticationScheme scheme) noexcept { return traitsOf(scheme).takesClientCertificate; }

bool takesPassword(AuthenticationScheme scheme) noexcept { return takesUser(scheme) || takesClientCertificate(scheme); }

bool mayUseNtlm(AuthenticationScheme scheme) noexcept { return traitsOf(scheme).mayUseNtlm; }

bool exposesPassword(AuthenticationScheme scheme, bool allowNtlm) noexcept
{
    return traitsOf(scheme).passwordInClearText || (mayUseNtlm(scheme) && allowNtlm);
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
