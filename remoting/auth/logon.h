// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The credentials of one user, shared by all connections that authenticate with them.
#pragma once

#include "remoting/auth/authentication.h"
#include "remoting/auth/security_context.h"

#include <memory>
#include <string>
#include <string_view>

namespace drydock::auth {

// Where a context leads.
struct Target {
    std::string host;             // as in the address; the service is HTTP/host
    std::string servicePrincipal; // in place of HTTP/host; empty: none given
    std::string channelBinding;   // protocol.md 4.6; empty without TLS
};

// Returns whether a host is an IPv4 or IPv6 address, with or without brackets. No account of a domain is called like
// one.
[[nodiscard]] constexpr bool isIpAddress(std::string_view host) noexcept
{
    return host.find(':') != std::string_view::npos || host.find_first_not_of("0123456789.") == std::string_view::npos;
}

// May be used from any thread.
class Logon
{
public:
    Logon() = default;
    virtual ~Logon() = default;
    Logon(const Logon&) = delete;
    Logon& operator=(const Logon&) = delete;

    // Returns a context that has not made its first token. It may talk to domain controllers, and blocks meanwhile, as
    // long as the system's Kerberos library waits for them. Errors: NoTicket, TicketExpired, ClockSkew,
    // UnknownServicePrincipal, KdcUnreachable, AccountRefused, NotAuthenticated (wrong user or password), BadAddress
    // (an IP address, which has no service principal). Calls wait for each other; one that waited while the domain
    // controllers did not answer another gets that error, and does not ask them again. A password that a domain
    // controller refused is not offered again: the same error is returned.
    [[nodiscard]] virtual domain::Result<std::shared_ptr<SecurityContext>> begin(const Target& target) = 0;
};

// Returns whether this build has an implementation of SecurityContext.
[[nodiscard]] bool implementsContexts() noexcept;
// Returns the logon of Kerberos or Negotiate, with a copy of the password. Null: this build implements neither.
[[nodiscard]] std::shared_ptr<Logon> makeLogon(const Credentials& credentials);

} // namespace drydock::auth
