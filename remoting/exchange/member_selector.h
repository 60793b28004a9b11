// Which URL a cmdlet goes to: the Exchange endpoint of a member that is not under maintenance, the node endpoint of a
// server.
#pragma once

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

    // The member behind the current URL, as far as its name tells.
    [[nodiscard]] const QUrl& exchange() const { return m_exchange; }
    [[nodiscard]] domain::ServerName exchangeServer() const;
    // Whether every member is behind one and the same address (the lab, a port forwarded to this machine).
    [[nodiscard]] bool shared() const;
    // What was last read about the members; candidates come from here.
    void learn(const std::vector<domain::Server>& servers);
    // Moves to another member when the current one is to be avoided; true when the URL has changed.
    bool switchAwayFrom(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now);
    // Notes that the current member does not answer, and moves on; false when there is no other to try.
    bool moveOn(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now);
    // An explicit URL of the server, else the template filled in; none for a server whose name is no host name.
    [[nodiscard]] QUrl node(const domain::ServerName& server) const;

private:
    bool moveTo(const domain::Server& server);
    bool moveToAnother(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now);

    ports::ConnectionProfile m_profile;
    QUrl m_exchange;
    std::vector<domain::Server> m_servers;
    std::map<domain::ServerName, std::chrono::steady_clock::time_point> m_silentSince;
};

} // namespace drydock::exchange
