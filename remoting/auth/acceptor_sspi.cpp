// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/acceptor.h"
#include "remoting/auth/context_sspi.h"
#include "remoting/auth/sspi_identity.h"

namespace drydock::auth {
namespace {

class SspiAcceptor final : public Acceptor
{
public:
    explicit SspiAcceptor(std::shared_ptr<sspi::Credential> credential) : m_credential(std::move(credential)) {}
    std::shared_ptr<SecurityContext> newContext(std::string channelBinding) override
    {
        return sspi::accept(m_credential, std::move(channelBinding));
    }

private:
    std::shared_ptr<sspi::Credential> m_credential;
};

} // namespace

domain::Result<std::unique_ptr<Acceptor>> makeAcceptor(const AcceptorOptions& options)
{
    if (!options.keytab.empty())
        return domain::fail(domain::ErrorKind::Usage, "read the keytab",
                            "Windows takes no keytab: the account that the lab runs as holds the keys");
    Credentials conditions;
    conditions.scheme = options.scheme;
    conditions.allowNtlm = options.allowNtlm;
    sspi::Identity identity(conditions);
    auto credential = std::make_shared<sspi::Credential>();
    const auto* const package = options.scheme == domain::AuthenticationScheme::Kerberos ? L"Kerberos" : L"Negotiate";
    const auto status = credential->acquire(package, SECPKG_CRED_INBOUND, identity.get());
    if (status != SEC_E_OK)
        return domain::fail(domain::ErrorKind::Usage, "accept " + std::string(domain::toString(options.scheme)),
                            sspi::describe(status));
    return std::make_unique<SspiAcceptor>(std::move(credential));
}

} // namespace drydock::auth
