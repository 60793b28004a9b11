// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The tickets of one user: gets those that a context needs from the domain controllers, so that GSSAPI finds them.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <memory>
#include <string>

namespace drydock::auth {

struct Target;

struct ServiceTicket {
    std::string cache;  // the name of the ticket cache that holds it
    std::string server; // the principal it is for: "HTTP/mail.contoso.com@CONTOSO.COM"
};

// Not thread-safe. The library of Kerberos reads its configuration once, when the first ticket is asked for.
class KerberosTickets
{
public:
    // Without a password and a keytab the tickets are those of the logon session. `user` is "user@realm" or
    // "DOMAIN\user"; empty: the user of the logon session.
    KerberosTickets(std::string user, domain::Secret password, std::string keytab);
    // Destroys the private ticket cache, if there is one.
    ~KerberosTickets();
    KerberosTickets(const KerberosTickets&) = delete;
    KerberosTickets& operator=(const KerberosTickets&) = delete;

    // Talks to domain controllers unless the cache holds a ticket that is valid. Errors: those of Logon::begin.
    [[nodiscard]] domain::Result<ServiceTicket> ticketFor(const Target& target);
    // Returns whether a domain controller has refused the password. Another error may be a passing one.
    [[nodiscard]] bool passwordRefused() const noexcept;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::auth
