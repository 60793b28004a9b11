// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Chooses the URL for a cmdlet: the Exchange endpoint of a member that is not in maintenance, or the node endpoint of a
// server.
#pragma once

#include "model/domain/result.h"
#include "model/domain/server.h"
#include "model/ports/exchange_gateway.h"

#include <QUrl>

#include <chrono>
#include <map>
#include <vector>

namespace drydock::exchange {

class MemberSelector
{
public:
    explicit MemberSelector(const ports::ConnectionProfile& profile);

    // Returns the current URL of the Exchange endpoint, and the server that its host name denotes.
    [[nodiscard]] const QUrl& exchange() const { return m_exchange; }
    [[nodiscard]] domain::ServerName exchangeServer() const;
    // Returns whether all members share one address (the lab, or a port forwarded to this machine).
    [[nodiscard]] bool shared() const;
    // Takes the servers of the last reading, among which another member is chosen.
    void learn(const std::vector<domain::Server>& servers);
    // Changes to another member if the current one is `avoid`. Returns whether the URL has changed.
    bool switchAwayFrom(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now);
    // Records that the current member does not answer, and changes to another one. Returns false if there is none.
    bool moveOn(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now);
    // Returns the URL that the profile has for the server, or else its template filled in; an empty one if the server's
    // name is not a host name.
    [[nodiscard]] QUrl node(const domain::ServerName& server) const;
    // Returns the URL where clients find the server, by the profile's template; an empty one if there is none, or if
    // the server's name is not a host name.
    [[nodiscard]] QUrl client(const domain::ServerName& server) const;
    // HostNotTrusted: a server has named the host of that URL, and the host is outside the domain of the profile's own
    // URL and the domains that a person trusts (a suffix that unrelated owners share is none of them), so that it gets
    // no password, as Basic and NTLM would show it one.
    [[nodiscard]] domain::Result<> mayGetCredentials(const QUrl& url) const;

private:
    [[nodiscard]] QUrl filledIn(QString url, const domain::ServerName& server) const;
    bool moveTo(const domain::Server& server);
    bool moveToAnother(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now);

    ports::ConnectionProfile m_profile;
    QUrl m_exchange;
    std::vector<domain::Server> m_servers;
    std::map<domain::ServerName, std::chrono::steady_clock::time_point> m_silentSince;
};

} // namespace drydock::exchange
