// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/acceptor.h"
#include "remoting/auth/context_gssapi.h"
#include "remoting/auth/gss_status.h"

#include <array>

namespace drydock::auth {
namespace {

class GssAcceptor final : public Acceptor
{
public:
    GssAcceptor(gss_OID mechanism, std::shared_ptr<gss::Credential> credential)
        : m_mechanism(mechanism), m_credential(std::move(credential))
    {
    }
    std::shared_ptr<SecurityContext> newContext(std::string channelBinding) override
    {
        return gss::accept(m_mechanism, m_credential, std::move(channelBinding));
    }

private:
    gss_OID m_mechanism;
    std::shared_ptr<gss::Credential> m_credential;
};

} // namespace

domain::Result<std::unique_ptr<Acceptor>> makeAcceptor(const AcceptorOptions& options)
{
    const bool negotiates = options.scheme == domain::AuthenticationScheme::Negotiate;
    // A client may also send the tokens of Kerberos and NTLM without SPNEGO around them (protocol.md 4.1).
    std::array<gss_OID_desc, 3> mechanisms{*gss::kerberos(), *gss::spnego(), *gss::ntlm()};
    gss_OID_set_desc wanted{!negotiates ? 1U : options.allowNtlm ? 3U : 2U, mechanisms.data()};
    gss_key_value_element_desc keytab{"keytab", options.keytab.c_str()};
    const gss_key_value_set_desc store{1, &keytab};
    auto credential = std::make_shared<gss::Credential>();
    OM_uint32 minor = 0;
    const auto major = options.keytab.empty()
                           ? gss_acquire_cred(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &wanted, GSS_C_ACCEPT,
                                              credential->out(), nullptr, nullptr)
                           : gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &wanted, GSS_C_ACCEPT,
                                                   &store, credential->out(), nullptr, nullptr);
    const auto mechanism = negotiates ? gss::spnego() : gss::kerberos();
    if (GSS_ERROR(major))
        return domain::fail(domain::ErrorKind::Usage, "read the keytab",
                            options.keytab + ": " + gss::describe(major, minor, gss::kerberos()));
    return std::make_unique<GssAcceptor>(mechanism, std::move(credential));
}

} // namespace drydock::auth
