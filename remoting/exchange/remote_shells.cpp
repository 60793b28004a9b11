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
        : m_shell(thread, std::move(endpoint), std::move(password), std::move(setup))
    {
    }
    QFuture<domain::Result<>> open() override { return m_shell.open(); }
    QFuture<domain::Result<Answer>> invoke(psrp::Command command) override
    {
        return m_shell.invoke(std::move(command));
    }
    [[nodiscard]] std::optional<domain::Time> serverTime() const override { return m_shell.serverTime(); }
    QFuture<void> close() override { return m_shell.close(); }

private:
    session::RemoteShell m_shell;
};

} // namespace

session::ShellEndpoint endpointOf(const ports::ConnectionProfile& profile, const ShellAddress& address)
{
    session::ShellEndpoint endpoint;
    endpoint.url = address.url;
    endpoint.configuration =
        address.endpoint == domain::EndpointKind::Exchange ? "Microsoft.Exchange" : "Microsoft.PowerShell";
    endpoint.scheme = profile.scheme;
    endpoint.user = profile.user.toStdString();
    endpoint.allowNtlm = profile.allowNtlm;
    endpoint.readOnly = profile.readOnly;
    // A pin and a service principal name are decisions about one host (CONTRIBUTING.md, Secrets). The certificates of
    // all others are verified as usual.
    if (address.url.host() == QUrl(profile.url).host()) {
        endpoint.tls.pinnedSha256 = QByteArray::fromHex(profile.pinnedCertificate.toLatin1());
        endpoint.servicePrincipal = profile.spn.toStdString();
    }
    endpoint.tls.extraAuthorities = profile.caFile;
    return endpoint;
}

domain::Result<CmdletShellFactory> remoteShells(const ports::ConnectionProfile& profile, const domain::Secret& password,
                                                session::NetworkThread& thread, session::ShellSetup setup)
{
    if (!auth::isImplemented(profile.scheme))
        return domain::fail(domain::ErrorKind::NotAuthenticated, "connect to " + profile.url.toStdString(),
                            std::string("this build does not speak ") + domain::toString(profile.scheme));
    auto shared = std::make_shared<domain::Secret>(password.clone());
    const auto logon =
        session::makeLogon(endpointOf(profile, {domain::EndpointKind::Exchange, QUrl(profile.url)}), password);
    auto signIn = std::make_shared<auth::SignIn>();
    return CmdletShellFactory([profile, shared, logon, signIn, &thread,
                               setup = std::move(setup)](const ShellAddress& address) -> std::unique_ptr<CmdletShell> {
        auto endpoint = endpointOf(profile, address);
        endpoint.logon = logon;
        endpoint.signIn = signIn;
        return std::make_unique<RemoteCmdletShell>(thread, std::move(endpoint), shared->clone(), setup);
    });
}

} // namespace drydock::exchange
