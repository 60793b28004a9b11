// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A SecurityContext by SSPI, of an initiator or of an acceptor.
#pragma once

#include "remoting/auth/security_context.h"
#include "remoting/auth/sspi_status.h"

#include <memory>
#include <string>

namespace drydock::auth::sspi {

// Owns the credentials that contexts are made with.
class Credential
{
public:
    Credential() = default;
    ~Credential();
    Credential(const Credential&) = delete;
    Credential& operator=(const Credential&) = delete;

    // Acquires them, once. `identity`: null for the logon session.
    [[nodiscard]] SECURITY_STATUS acquire(const wchar_t* package, unsigned long use, void* identity);
    [[nodiscard]] CredHandle* get() noexcept { return &m_handle; }

private:
    CredHandle m_handle{};
    bool m_acquired = false;
};

class Context : public SecurityContext
{
public:
    ~Context() override;

    [[nodiscard]] domain::Result<std::string> step(std::string_view token) override;
    [[nodiscard]] bool isEstablished() const noexcept override { return m_established; }
    [[nodiscard]] std::string mechanism() const override;
    [[nodiscard]] std::string peer() const override;
    [[nodiscard]] domain::Result<SealedMessage> seal(std::string_view text) override;
    [[nodiscard]] domain::Result<std::string> unseal(std::string_view header, std::string_view data) override;

protected:
    explicit Context(std::string channelBinding);

    // Makes one call of InitializeSecurityContext or AcceptSecurityContext. `context` is null in the first one. Windows
    // allocates the token.
    virtual SECURITY_STATUS call(CtxtHandle* context, CtxtHandle* out, SecBufferDesc* in, SecBufferDesc* token,
                                 unsigned long* attributes) = 0;
    [[nodiscard]] virtual bool isInitiator() const noexcept = 0;
    // Returns whether these attributes, of the call that established the context, prove the peer and grant sealing.
    [[nodiscard]] virtual bool isProtected(unsigned long attributes, bool kerberos) const noexcept = 0;

private:
    std::string m_channelBinding; // as SEC_CHANNEL_BINDINGS; empty: none
    CtxtHandle m_context{};
    bool m_begun = false;
    bool m_established = false;
    bool m_isKerberos = false;
    unsigned long m_sealed = 0, m_unsealed = 0; // their numbers, for mechanisms that want them
};

// `target` is the name of the service principal.
[[nodiscard]] std::shared_ptr<Context> initiate(std::shared_ptr<Credential> credential, std::wstring target,
                                                std::string channelBinding);
[[nodiscard]] std::shared_ptr<SecurityContext> accept(std::shared_ptr<Credential> credential,
                                                      std::string channelBinding);

} // namespace drydock::auth::sspi
