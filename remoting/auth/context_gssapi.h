// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A SecurityContext by GSSAPI, of an initiator or of an acceptor.
#pragma once

#include "remoting/auth/gss_handle.h"
#include "remoting/auth/security_context.h"

#include <memory>
#include <string>

namespace drydock::auth::gss {

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
    explicit Context(std::string channelBinding) : m_channelBinding(std::move(channelBinding)) {}

    struct Status {
        OM_uint32 major = GSS_S_COMPLETE, minor = 0, flags = 0;
    };
    // Makes one call of gss_init_sec_context or gss_accept_sec_context.
    virtual Status call(gss_ctx_id_t* context, gss_buffer_t in, gss_channel_bindings_t bindings, gss_buffer_t out) = 0;
    [[nodiscard]] virtual gss_OID requestedMechanism() const noexcept = 0;
    [[nodiscard]] virtual bool isInitiator() const noexcept = 0;

private:
    [[nodiscard]] domain::Result<> checkProtection(OM_uint32 flags);
    [[nodiscard]] domain::Result<SealedMessage> sealByParts(std::string_view text);
    [[nodiscard]] domain::Result<SealedMessage> sealWhole(std::string_view text);
    [[nodiscard]] domain::Result<std::string> unsealByParts(std::string_view header, std::string_view data);
    [[nodiscard]] domain::Result<std::string> unsealWhole(std::string_view header, std::string_view data);

    std::string m_channelBinding;
    gss_ctx_id_t m_context = GSS_C_NO_CONTEXT;
    bool m_established = false;
    bool m_isKerberos = false;
};

// Both share ownership of the credential. The initiator takes the target's name over.
[[nodiscard]] std::shared_ptr<SecurityContext> initiate(gss_OID mechanism, std::shared_ptr<Credential> credential,
                                                        Name target, std::string channelBinding);
[[nodiscard]] std::shared_ptr<SecurityContext> accept(gss_OID mechanism, std::shared_ptr<Credential> credential,
                                                      std::string channelBinding);

} // namespace drydock::auth::gss
