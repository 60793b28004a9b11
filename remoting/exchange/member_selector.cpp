// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/member_selector.h"

#include "model/domain/loopback.h"
#include "remoting/exchange/public_suffix.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QRegularExpression>

#include <algorithm>

namespace drydock::exchange {
namespace {

// The names come from the server and become part of URLs, so only a host name is accepted.
bool isHostName(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,253}[A-Za-z0-9_.])?$"));
    return pattern.match(text).hasMatch();
}

// Returns the DNS domain of a host: what follows its first label. A suffix like "com" or "co.uk" is none.
QString domainOf(const QString& host)
{
    const QString rest = host.section(QLatin1Char('.'), 1);
    const bool isAddress = !QHostAddress(host).isNull();
    return isAddress || isPublicSuffix(rest) ? QString() : rest;
}

bool isWithin(const QString& host, const QString& domain)
{
    return !isPublicSuffix(domain) && (host.compare(domain, Qt::CaseInsensitive) == 0 ||
                                       host.endsWith(QLatin1Char('.') + domain, Qt::CaseInsensitive));
}

// A member that did not answer is not chosen again for this time.
constexpr std::chrono::minutes silence{2};

} // namespace

MemberSelector::MemberSelector(const ports::ConnectionProfile& profile) : m_profile(profile), m_exchange(profile.url) {}

domain::ServerName MemberSelector::exchangeServer() const
{
    return domain::ServerName(m_exchange.host().toStdString());
}

bool MemberSelector::shared() const { return domain::isLoopback(m_exchange.host().toStdString()); }

void MemberSelector::learn(const std::vector<domain::Server>& servers) { m_servers = servers; }

bool MemberSelector::moveTo(const domain::Server& server)
{
    const QString host = QString::fromStdString(server.fqdn);
    if (!isHostName(host) || domain::ServerName(server.fqdn) == exchangeServer()) return false;
    QUrl there = m_exchange;
    there.setHost(host);
    if (!mayGetCredentials(there)) return false;
    m_exchange.setHost(host);
    return true;
}

bool MemberSelector::switchAwayFrom(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now)
{
    return !shared() && !avoid.empty() && exchangeServer() == avoid && moveToAnother(avoid, now);
}

bool MemberSelector::moveOn(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now)
{
    if (shared()) return false;
    m_silentSince[exchangeServer()] = now;
    return moveToAnother(avoid, now);
}

// Members of the same DAG come first.
bool MemberSelector::moveToAnother(const domain::ServerName& avoid, std::chrono::steady_clock::time_point now)
{
    const domain::ServerName current = exchangeServer();
    domain::DagName dag;
    for (const domain::Server& server : m_servers) {
        if (server.name == current) dag = server.dag;
    }
    for (const bool sameGroup : {true, false}) {
        for (const domain::Server& server : m_servers) {
            const auto silent = m_silentSince.find(server.name);
            const bool rested = silent == m_silentSince.end() || now - silent->second >= silence;
            if (server.managed() && (server.dag == dag) == sameGroup && rested && server.name != avoid &&
                moveTo(server))
                return true;
        }
    }
    return false;
}

QUrl MemberSelector::node(const domain::ServerName& server) const
{
    for (auto it = m_profile.nodeUrls.cbegin(); it != m_profile.nodeUrls.cend(); ++it) {
        if (domain::ServerName(it.key().toStdString()) == server) return QUrl(it.value());
    }
    return filledIn(m_profile.nodeUrlTemplate, server);
}

QUrl MemberSelector::client(const domain::ServerName& server) const
{
    if (!m_profile.clientUrlTemplate.isEmpty()) return filledIn(m_profile.clientUrlTemplate, server);
    return shared() ? QUrl() : filledIn(QStringLiteral("https://{fqdn}"), server);
}

QUrl MemberSelector::filledIn(QString url, const domain::ServerName& server) const
{
    QString fqdn = QString::fromStdString(server.text());
    for (const domain::Server& known : m_servers) {
        if (known.name == server) fqdn = QString::fromStdString(known.fqdn);
    }
    if (!isHostName(fqdn) || !isHostName(QString::fromStdString(server.text()))) return {};
    url.replace(QStringLiteral("{fqdn}"), fqdn)
        .replace(QStringLiteral("{name}"), QString::fromStdString(server.text()));
    return QUrl(url);
}

// The host of a template without {fqdn} and {name} in it, and the URLs of single nodes, come from a person.
domain::Result<> MemberSelector::mayGetCredentials(const QUrl& url) const
{
    if (!domain::exposesPassword(m_profile.scheme, m_profile.allowNtlm)) return {};
    const QString host = url.host();
    const QString first = QUrl(m_profile.url).host();
    QString fromTemplate = m_profile.nodeUrlTemplate;
    fromTemplate.remove(QStringLiteral("{fqdn}")).remove(QStringLiteral("{name}"));
    const auto nodes = m_profile.nodeUrls.values();
    const bool byPerson = host.compare(first, Qt::CaseInsensitive) == 0 || QUrl(fromTemplate).host() == host ||
                          std::ranges::any_of(nodes, [&](const QString& node) { return QUrl(node).host() == host; });
    QStringList domains = m_profile.trustedDomains;
    domains.append(first.contains(QLatin1Char('.')) ? domainOf(first) : QHostInfo::localDomainName());
    if (byPerson || std::ranges::any_of(domains, [&](const QString& domain) { return isWithin(host, domain); }))
        return {};
    return domain::fail(domain::ErrorKind::HostNotTrusted, "connect to " + host.toStdString(),
                        "a server names this host, and it is outside the domain of " + first.toStdString() +
                            ", so it gets no user and password; if it is right, allow it with --trust-domain " +
                            (domainOf(host).isEmpty() ? host : domainOf(host)).toStdString());
}

} // namespace drydock::exchange
