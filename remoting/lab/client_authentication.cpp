// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/client_authentication.h"

#include "model/domain/names.h"
#include "remoting/auth/authentication.h"
#include "remoting/auth/sealed_body.h"
#include "remoting/http/date.h"

namespace drydock::lab {
namespace {

constexpr auto basicChallenge = "Basic realm=\"WSMAN\"";
// What WinRM offers in place of a scheme (protocol.md 4.1).
constexpr auto mutualAuthentication = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

// The time of this computer, as Kerberos compares it.
std::string date()
{
    return http::printDate(std::chrono::time_point_cast<domain::Duration>(std::chrono::system_clock::now()));
}

void answer(http::ServerConnection* connection, int status, const std::string& authenticate)
{
    connection->respond({status, {}, {{"WWW-Authenticate", authenticate}, {"Date", date()}}, {}});
}

// Compares all characters even after a difference, so that the time does not reveal where it is.
bool sameSecret(std::string_view a, std::string_view b)
{
    std::size_t difference = a.size() ^ b.size();
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto other = b.empty() ? char{} : b[i % b.size()];
        difference |= static_cast<std::size_t>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(other));
    }
    return difference == 0;
}

// Returns the name without its domain: "admin" of "LAB\admin" and of "admin@LAB.TEST".
std::string_view accountOf(std::string_view name)
{
    if (const auto backslash = name.find('\\'); backslash != std::string_view::npos) name.remove_prefix(backslash + 1);
    return name.substr(0, name.find('@'));
}

} // namespace

Result<std::unique_ptr<ClientAuthentication>> ClientAuthentication::make(ClientAuthenticationOptions options,
                                                                         const Organisation& organisation)
{
    std::unique_ptr<ClientAuthentication> made(new ClientAuthentication(std::move(options), organisation));
    if (domain::usesContext(made->m_options.scheme)) {
        made->m_options.keys.scheme = made->m_options.scheme;
        DRYDOCK_TRY(made->m_acceptor, auth::makeAcceptor(made->m_options.keys));
    }
    return made;
}

ClientAuthentication::ClientAuthentication(ClientAuthenticationOptions options, const Organisation& organisation)
    : m_options(std::move(options)), m_organisation(organisation)
{
}

void ClientAuthentication::refuse(http::ServerConnection& connection)
{
    if (const auto client = m_clients.find(&connection); client != m_clients.end()) client->second = {};
    answer(&connection, 401, m_acceptor ? auth::tokenHeader(m_options.scheme, {}) : basicChallenge);
}

std::optional<std::string> ClientAuthentication::userOf(http::ServerConnection* connection,
                                                        const http::ServerRequest& request)
{
    if (m_options.scheme == domain::AuthenticationScheme::None) return m_organisation.scenario().users.front().name;
    if (m_options.scheme == domain::AuthenticationScheme::Certificate) {
        const auto name = connection->certifiedName();
        auto user = name ? userOfTheScenario(*name) : std::nullopt;
        if (!user) answer(connection, name ? 403 : 401, mutualAuthentication);
        return user;
    }
    if (!m_acceptor) {
        auto user = userByPassword(request);
        if (!user) answer(connection, 401, basicChallenge);
        return user;
    }
    if (const auto token = auth::readToken(http::find(request.headers, "Authorization"), m_options.scheme)) {
        takeToken(connection, *token);
        return std::nullopt;
    }
    const auto client = m_clients.find(connection);
    if (client != m_clients.end() && !client->second.user.empty()) return client->second.user;
    answer(connection, 401, auth::tokenHeader(m_options.scheme, {}));
    return std::nullopt;
}

// A token after the last one begins a new authentication.
void ClientAuthentication::takeToken(http::ServerConnection* connection, std::string_view token)
{
    auto [client, isNew] = m_clients.try_emplace(connection);
    if (isNew) connect(connection, &QObject::destroyed, this, [this, connection] { m_clients.erase(connection); });
    auto& context = client->second.context;
    client->second.user.clear();
    if (!context || context->isEstablished()) context = m_acceptor->newContext(m_options.channelBinding);
    const auto proof = context->step(token);
    if (!proof) {
        context.reset();
        return answer(connection, 401, auth::tokenHeader(m_options.scheme, {}));
    }
    const auto header = auth::tokenHeader(m_options.scheme, *proof);
    if (!context->isEstablished()) return answer(connection, 401, header);
    if (const auto user = userOfTheScenario(context->peer())) client->second.user = *user;
    if (m_options.channelBinding.empty())
        connection->seal(context, std::string(auth::sealingProtocol(m_options.scheme)));
    answer(connection, client->second.user.empty() ? 403 : 200, header);
}

std::optional<std::string> ClientAuthentication::userByPassword(const http::ServerRequest& request) const
{
    const auto credentials = auth::readAuthorization(http::find(request.headers, "Authorization"));
    if (!credentials) return std::nullopt;
    const bool known = m_organisation.isUser(credentials->user);
    if (!sameSecret(credentials->password.reveal(), m_options.password.reveal()) || !known) return std::nullopt;
    return credentials->user;
}

// The users of a scenario belong to a domain of the scenario's own, so the account alone is compared.
std::optional<std::string> ClientAuthentication::userOfTheScenario(std::string_view account) const
{
    for (const auto& user : m_organisation.scenario().users)
        if (domain::equalsIgnoringCase(accountOf(user.name), accountOf(account))) return user.name;
    return std::nullopt;
}

} // namespace drydock::lab
