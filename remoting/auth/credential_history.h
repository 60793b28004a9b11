// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Remembers which endpoints accepted and which refused credentials since a person entered them. Refused credentials are
// not sent again by themselves, since repeated refusals lock an account (protocol.md 4.1).
#pragma once

#include "model/domain/result.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace drydock::auth {

// Shared by all connections that use the credentials. Its functions may be called from any thread. A person who enters
// the credentials again makes a new one.
class CredentialHistory
{
public:
    // NotAuthenticated, with the refusal as its cause: the credentials must not be sent to the endpoint.
    [[nodiscard]] domain::Result<> check(const std::string& endpoint) const;
    void accepted(const std::string& endpoint);
    // Both sides have proved themselves by that mechanism, "Kerberos" or "NTLM".
    void proved(const std::string& endpoint, const std::string& mechanism);
    // Returns by which one they did last; empty: by none.
    [[nodiscard]] std::string mechanismOf(const std::string& endpoint) const;
    // An endpoint that accepted the credentials before shows that they have become wrong, and the first endpoint of all
    // that they were never right: both close every endpoint. Any other endpoint closes only itself.
    void refused(const std::string& endpoint, const domain::Error& refusal);

private:
    mutable std::mutex m_mutex;
    std::set<std::string> m_accepted;
    std::map<std::string, std::string> m_mechanisms; // by endpoint
    std::map<std::string, domain::Error> m_refused;
    std::optional<domain::Error> m_closed;
};

} // namespace drydock::auth
