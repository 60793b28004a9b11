// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/context_gssapi.h"
#include "remoting/auth/gss_status.h"
#include "remoting/auth/kerberos_tickets.h"
#include "remoting/auth/logon.h"

#include <gssapi/gssapi_krb5.h>

#include <atomic>

namespace drydock::auth {
namespace {

using domain::ErrorKind;
using Scheme = domain::AuthenticationScheme;

domain::Result<gss::Name> importName(const std::string& text, gss_OID type)
{
    gss::Name name;
    gss_buffer_desc buffer = gss::referTo(text);
    OM_uint32 minor = 0;
    const auto major = gss_import_name(&minor, &buffer, type, name.out());
    if (GSS_ERROR(major)) return gss::failure(major, minor, GSS_C_NO_OID, "read the name " + text);
    return name;
}

// The errors that say that Kerberos cannot be used with this server, and not that it refused the user.
bool isWithoutKerberos(ErrorKind kind)
{
    return kind == ErrorKind::NoTicket || kind == ErrorKind::UnknownServicePrincipal ||
           kind == ErrorKind::KdcUnreachable || kind == ErrorKind::BadAddress;
}

class GssLogon final : public Logon, public std::enable_shared_from_this<GssLogon>
{
public:
    explicit GssLogon(const Credentials& credentials)
        : m_credentials(credentials.clone()),
          m_tickets(credentials.user, credentials.password.clone(), credentials.keytab)
    {
    }

    domain::Result<std::shared_ptr<SecurityContext>> begin(const Target& target) override
    {
        const auto silencesBefore = m_silences.load();
        const std::lock_guard lock(m_conversation);
        if (m_refusal) return domain::fail(*m_refusal);
        // Who waited here while domain controllers were silent does not wait for them once more: the waits of all
        // servers would add up.
        auto context = m_silences != silencesBefore ? Begun(domain::fail(*m_silence)) : byKerberos(target);
        if (!context && context.error().kind == ErrorKind::KdcUnreachable && m_silences == silencesBefore) {
            m_silence = context.error();
            ++m_silences;
        }
        const bool mayUseNtlm = m_credentials.scheme == Scheme::Negotiate && m_credentials.allowNtlm;
        if (!context && mayUseNtlm && isWithoutKerberos(context.error().kind)) return byNtlm(target);
        if (!context && m_tickets.passwordRefused()) m_refusal = context.error();
        return context;
    }

private:
    using Begun = domain::Result<std::shared_ptr<SecurityContext>>;

    // The credential refers to the ticket cache, which lives as long as this object.
    std::shared_ptr<gss::Credential> newCredential()
    {
        struct Kept {
            std::shared_ptr<GssLogon> logon;
            gss::Credential credential;
        };
        auto kept = std::make_shared<Kept>(Kept{shared_from_this(), {}});
        return {kept, &kept->credential};
    }

    domain::Result<std::shared_ptr<SecurityContext>> byKerberos(const Target& target)
    {
        DRYDOCK_TRY(const auto ticket, m_tickets.ticketFor(target));
        const auto mechanism = m_credentials.scheme == Scheme::Kerberos ? gss::kerberos() : gss::spnego();
        gss_key_value_element_desc cache{"ccache", ticket.cache.c_str()};
        const gss_key_value_set_desc store{1, &cache};
        gss_OID_set_desc wanted{1, mechanism}, kerberosAlone{1, gss::kerberos()};
        auto credential = newCredential();
        OM_uint32 minor = 0;
        auto major = gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &wanted, GSS_C_INITIATE, &store,
                                           credential->out(), nullptr, nullptr);
        if (!GSS_ERROR(major) && m_credentials.scheme == Scheme::Negotiate)
            major = gss_set_neg_mechs(&minor, credential->get(), &kerberosAlone);
        if (GSS_ERROR(major)) return gss::failure(major, minor, mechanism, "use the ticket for " + ticket.server);
        // The principal with its realm, since a name of a host is looked up in the name service (protocol.md 4.2).
        DRYDOCK_TRY(auto server, importName(ticket.server, GSS_KRB5_NT_PRINCIPAL_NAME));
        return gss::initiate(mechanism, std::move(credential), std::move(server), target.channelBinding);
    }

    // Without SPNEGO around it, which peers accept (protocol.md 4.1): MIT's would ask Kerberos a second time.
    domain::Result<std::shared_ptr<SecurityContext>> byNtlm(const Target& target)
    {
        gss_OID_set_desc wanted{1, gss::ntlm()};
        auto credential = std::make_shared<gss::Credential>();
        OM_uint32 minor = 0, major = 0;
        if (m_credentials.user.empty()) {
            major = gss_acquire_cred(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &wanted, GSS_C_INITIATE,
                                     credential->out(), nullptr, nullptr);
        } else {
            DRYDOCK_TRY(const auto user, importName(m_credentials.user, GSS_C_NT_USER_NAME));
            gss_buffer_desc password = gss::referTo(m_credentials.password.reveal());
            major = gss_acquire_cred_with_password(&minor, user.get(), &password, GSS_C_INDEFINITE, &wanted,
                                                   GSS_C_INITIATE, credential->out(), nullptr, nullptr);
        }
        if (GSS_ERROR(major)) return gss::failure(major, minor, gss::ntlm(), "use NTLM for " + target.host);
        DRYDOCK_TRY(auto server, importName("HTTP@" + target.host, GSS_C_NT_HOSTBASED_SERVICE));
        return gss::initiate(gss::ntlm(), std::move(credential), std::move(server), target.channelBinding);
    }

    std::mutex m_conversation; // held while domain controllers are asked, so that each ticket is asked for once
    std::optional<domain::Error> m_refusal; // of the password, by a domain controller
    std::optional<domain::Error> m_silence; // of the domain controllers, the last one
    std::atomic<int> m_silences = 0;
    Credentials m_credentials;
    KerberosTickets m_tickets;
};

} // namespace

bool implementsContexts() noexcept { return true; }

std::shared_ptr<Logon> makeLogon(const Credentials& credentials) { return std::make_shared<GssLogon>(credentials); }

} // namespace drydock::auth
