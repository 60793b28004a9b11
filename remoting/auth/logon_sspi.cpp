// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/context_sspi.h"
#include "remoting/auth/logon.h"
#include "remoting/auth/sspi_identity.h"

#include <mutex>
#include <optional>

namespace drydock::auth {
namespace {

using domain::ErrorKind;
using Scheme = domain::AuthenticationScheme;

// Makes the first token ahead: SSPI asks the domain controllers for the ticket in that call.
class BegunContext final : public SecurityContext
{
public:
    BegunContext(std::shared_ptr<sspi::Context> context, std::string first)
        : m_context(std::move(context)), m_first(std::move(first))
    {
    }
    domain::Result<std::string> step(std::string_view token) override
    {
        if (!m_first) return m_context->step(token);
        auto first = std::move(*m_first);
        m_first.reset();
        return first;
    }
    [[nodiscard]] bool isEstablished() const noexcept override { return !m_first && m_context->isEstablished(); }
    [[nodiscard]] std::string mechanism() const override { return m_context->mechanism(); }
    [[nodiscard]] std::string peer() const override { return m_context->peer(); }
    [[nodiscard]] domain::Result<SealedMessage> seal(std::string_view text) override { return m_context->seal(text); }
    [[nodiscard]] domain::Result<std::string> unseal(std::string_view header, std::string_view data) override
    {
        return m_context->unseal(header, data);
    }

private:
    std::shared_ptr<sspi::Context> m_context;
    std::optional<std::string> m_first;
};

class SspiLogon final : public Logon
{
public:
    explicit SspiLogon(const Credentials& credentials) : m_credentials(credentials.clone()) {}

    domain::Result<std::shared_ptr<SecurityContext>> begin(const Target& target) override
    {
        const auto what = "get a ticket for " + target.host;
        if (!m_credentials.keytab.empty())
            return domain::fail(ErrorKind::Usage, what, "Windows takes no keytab; sign in with a password");
        const bool mayUseNtlm = m_credentials.scheme == Scheme::Negotiate && m_credentials.allowNtlm;
        if (!mayUseNtlm && target.servicePrincipal.empty() && isIpAddress(target.host))
            return domain::fail(ErrorKind::BadAddress, what,
                                "Kerberos needs the server's name, and this is an IP address");
        const std::lock_guard lock(m_conversation);
        if (m_refusal) return domain::fail(*m_refusal);
        DRYDOCK_TRY(const auto credential, credential());
        const auto principal = target.servicePrincipal.empty() ? "HTTP/" + target.host : target.servicePrincipal;
        auto context = sspi::initiate(credential, sspi::wide(principal), target.channelBinding);
        auto first = context->step({});
        if (!first) {
            auto error = first.error();
            error.what = what;
            if (error.kind == ErrorKind::NotAuthenticated && !m_credentials.password.empty())
                m_refusal = error; // SEC_E_LOGON_DENIED
            return domain::fail(std::move(error));
        }
        return std::make_shared<BegunContext>(std::move(context), std::move(*first));
    }

private:
    domain::Result<std::shared_ptr<sspi::Credential>> credential()
    {
        if (m_credential) return m_credential;
        sspi::Identity identity(m_credentials);
        auto credential = std::make_shared<sspi::Credential>();
        const auto* const package = m_credentials.scheme == Scheme::Kerberos ? L"Kerberos" : L"Negotiate";
        const auto status = credential->acquire(package, SECPKG_CRED_OUTBOUND, identity.get());
        if (status != SEC_E_OK) return sspi::failure(status, "use the credentials of " + m_credentials.user);
        m_credential = std::move(credential);
        return m_credential;
    }

    std::mutex m_conversation; // held while domain controllers are asked, so that each ticket is asked for once
    std::optional<domain::Error> m_refusal; // of the password, by a domain controller
    Credentials m_credentials;
    std::shared_ptr<sspi::Credential> m_credential;
};

} // namespace

bool implementsContexts() noexcept { return true; }

std::shared_ptr<Logon> makeLogon(const Credentials& credentials) { return std::make_shared<SspiLogon>(credentials); }

} // namespace drydock::auth
