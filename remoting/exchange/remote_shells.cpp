// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/remote_shells.h"

#include "remoting/session/remote_shell.h"

#include <utility>

namespace drydock::exchange {
namespace {

class RemoteCmdletShell final : public CmdletShell
{
public:
    RemoteCmdletShell(session::NetworkThread& thread, session::ShellEndpoint endpoint, domain::Secret password,
                      session::ShellSetup setup)
        : m_history(endpoint.history), m_name(session::nameOf(endpoint)),
          m_shell(thread, std::move(endpoint), std::move(password), std::move(setup))
    {
    }
    QFuture<domain::Result<>> open() override { return m_shell.open(); }
    QFuture<domain::Result<session::Output>> invoke(psrp::Command command) override
    {
        return m_shell.invoke(std::move(command));
    }
    [[nodiscard]] std::optional<domain::Time> serverTime() const override { return m_shell.serverTime(); }
    [[nodiscard]] std::string mechanism() const override { return m_history->mechanismOf(m_name); }
    QFuture<void> close() override { return m_shell.close(); }

private:
    std::shared_ptr<auth::CredentialHistory> m_history;
    std::string m_name; // of the endpoint
    session::RemoteShell m_shell;
};

// What the shells of one user share.
struct SharedCredentials {
    domain::Secret password;
    std::shared_ptr<auth::Logon> logon;
    std::shared_ptr<auth::CredentialHistory> history = std::make_shared<auth::CredentialHistory>();
};

std::shared_ptr<const SharedCredentials> credentialsAt(const session::ShellEndpoint& endpoint,
                                                       const domain::Secret& password)
{
    return std::make_shared<SharedCredentials>(
        SharedCredentials{password.clone(), session::makeLogon(endpoint, password)});
}

} // namespace

session::ShellEndpoint endpointOf(const ports::ConnectionProfile& profile, const ShellAddress& address)
{
    session::ShellEndpoint endpoint;
    endpoint.url = address.url;
    endpoint.configuration =
        address.endpoint == domain::EndpointKind::Exchange ? "Microsoft.Exchange" : "Microsoft.PowerShell";
    endpoint.scheme = profile.scheme;
    const bool asNodeUser = address.endpoint == domain::EndpointKind::Node && !profile.nodeUser.isEmpty();
    endpoint.user = (asNodeUser ? profile.nodeUser : profile.user).toStdString();
    if (!asNodeUser) endpoint.keytab = profile.keytab.toStdString();
    endpoint.allowNtlm = profile.allowNtlm;
    endpoint.readOnly = profile.readOnly;
    // A pin and a service principal name are decisions about one host (CONTRIBUTING.md, Secrets). The certificates of
    // all others are verified as usual.
    if (address.url.host() == QUrl(profile.url).host()) {
        endpoint.tls.pinnedSha256 = QByteArray::fromHex(profile.pinnedCertificate.toLatin1());
        endpoint.servicePrincipal = profile.spn.toStdString();
    } else {
        endpoint.tls.pinnedSha256 = QByteArray::fromHex(profile.pins.value(address.url.host()).toLatin1());
    }
    endpoint.tls.extraAuthorities = profile.caFile;
    return endpoint;
}

domain::Result<CmdletShellFactory> remoteShells(const ports::ConnectionProfile& profile,
                                                const ports::Passwords& passwords, session::NetworkThread& thread,
                                                session::ShellSetup setup)
{
    if (!auth::isImplemented(profile.scheme))
        return domain::fail(domain::ErrorKind::NotAuthenticated, "connect to " + profile.url.toStdString(),
                            std::string("this build does not speak ") + domain::toString(profile.scheme));
    std::shared_ptr<const http::ClientCertificate> client;
    if (domain::takesClientCertificate(profile.scheme)) {
        DRYDOCK_TRY(client, http::readClientCertificate(profile.clientCertificate, profile.clientKey, passwords.user));
    }
    const QUrl url(profile.url);
    const auto ofUser = credentialsAt(endpointOf(profile, {domain::EndpointKind::Exchange, url}), passwords.user);
    const auto ofNodes = profile.nodeUser.isEmpty()
                             ? ofUser
                             : credentialsAt(endpointOf(profile, {domain::EndpointKind::Node, url}), passwords.node);
    return CmdletShellFactory([profile, ofUser, ofNodes, client, &thread,
                               setup = std::move(setup)](const ShellAddress& address) -> std::unique_ptr<CmdletShell> {
        auto endpoint = endpointOf(profile, address);
        const auto& own = address.endpoint == domain::EndpointKind::Node ? *ofNodes : *ofUser;
        endpoint.logon = own.logon;
        endpoint.history = own.history;
        endpoint.tls.client = client;
        return std::make_unique<RemoteCmdletShell>(thread, std::move(endpoint), own.password.clone(), setup);
    });
}

HealthcheckProbe healthcheckProbe(const ports::ConnectionProfile& profile)
{
    return [profile](const QUrl& origin, QObject* owner, std::function<void(domain::Healthchecks)> done) {
        session::askHealthchecks(endpointOf(profile, {domain::EndpointKind::Exchange, origin}), owner, std::move(done));
    };
}

} // namespace drydock::exchange
