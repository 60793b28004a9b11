// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/remote_shells.h"

#include "remoting/session/remote_shell.h"

#include <utility>

namespace drydock::exchange {
namespace {

session::ShellSetup setupWith(session::WireTap tap)
{
    session::ShellSetup setup;
    setup.tap = std::move(tap);
    return setup;
}

class RemoteCmdletShell final : public CmdletShell
{
public:
    RemoteCmdletShell(session::NetworkThread& thread, session::ShellEndpoint endpoint, domain::Secret password,
                      session::WireTap tap)
        : m_shell(thread, std::move(endpoint), std::move(password), setupWith(std::move(tap)))
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
    endpoint.readOnly = profile.readOnly;
    // A pin is a decision about one host (CONTRIBUTING.md, Secrets). The certificates of all others are verified as
    // usual.
    if (address.url.host() == QUrl(profile.url).host())
        endpoint.tls.pinnedSha256 = QByteArray::fromHex(profile.pinnedCertificate.toLatin1());
    endpoint.tls.extraAuthorities = profile.caFile;
    return endpoint;
}

domain::Result<CmdletShellFactory> remoteShells(const ports::ConnectionProfile& profile, const domain::Secret& password,
                                                session::NetworkThread& thread, session::WireTap tap)
{
    if (!auth::isImplemented(profile.scheme))
        return domain::fail(
            domain::ErrorKind::NotAuthenticated, "connect to " + profile.url.toStdString(),
            "this version authenticates with basic (over TLS, or to this machine) or none (to this machine) only");
    auto shared = std::make_shared<domain::Secret>(password.clone());
    return CmdletShellFactory(
        [profile, shared, &thread, tap = std::move(tap)](const ShellAddress& address) -> std::unique_ptr<CmdletShell> {
            return std::make_unique<RemoteCmdletShell>(thread, endpointOf(profile, address), shared->clone(), tap);
        });
}

} // namespace drydock::exchange
