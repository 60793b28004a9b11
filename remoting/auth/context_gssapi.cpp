// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/context_gssapi.h"

#include "remoting/auth/gss_status.h"

#include <array>

namespace drydock::auth::gss {
namespace {

using domain::ErrorKind;

// protocol.md 4.3. Delegation is never asked for.
constexpr OM_uint32 wantedFlags =
    GSS_C_MUTUAL_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_CONF_FLAG | GSS_C_INTEG_FLAG;
constexpr std::size_t ntlmHeaderSize = 16; // protocol.md 4.4

domain::Failure notProven(std::string what, std::string detail)
{
    return domain::fail(ErrorKind::ServerNotProven, std::move(what), std::move(detail));
}

// Returns whether a server's token is an NTLM challenge without a target name (MS-NLMP 2.2.1.2), alone or within
// SPNEGO. gss-ntlmssp 1.2.0 ends the process at one.
bool isChallengeOfNobody(std::string_view token)
{
    constexpr std::string_view challenge("NTLMSSP\0\2\0\0\0", 12);
    const auto at = token.find(challenge);
    return at != std::string_view::npos && token.substr(at + challenge.size()).starts_with(std::string_view("\0\0", 2));
}

class Initiator final : public Context
{
public:
    Initiator(gss_OID mechanism, std::shared_ptr<Credential> credential, Name target, std::string channelBinding)
        : Context(std::move(channelBinding)), m_mechanism(mechanism), m_credential(std::move(credential)),
          m_target(std::move(target))
    {
    }

protected:
    Status call(gss_ctx_id_t* context, gss_buffer_t in, gss_channel_bindings_t bindings, gss_buffer_t out) override
    {
        Status status;
        status.major =
            gss_init_sec_context(&status.minor, m_credential->get(), context, m_target.get(), m_mechanism, wantedFlags,
                                 GSS_C_INDEFINITE, bindings, in, nullptr, out, &status.flags, nullptr);
        return status;
    }
    [[nodiscard]] gss_OID requestedMechanism() const noexcept override { return m_mechanism; }
    [[nodiscard]] bool isInitiator() const noexcept override { return true; }

private:
    gss_OID m_mechanism;
    std::shared_ptr<Credential> m_credential;
    Name m_target;
};

class AcceptingContext final : public Context
{
public:
    AcceptingContext(gss_OID mechanism, std::shared_ptr<Credential> credential, std::string channelBinding)
        : Context(std::move(channelBinding)), m_mechanism(mechanism), m_credential(std::move(credential))
    {
    }

protected:
    Status call(gss_ctx_id_t* context, gss_buffer_t in, gss_channel_bindings_t bindings, gss_buffer_t out) override
    {
        Status status;
        status.major = gss_accept_sec_context(&status.minor, context, m_credential->get(), in, bindings, nullptr,
                                              nullptr, out, &status.flags, nullptr, nullptr);
        return status;
    }
    [[nodiscard]] gss_OID requestedMechanism() const noexcept override { return m_mechanism; }
    [[nodiscard]] bool isInitiator() const noexcept override { return false; }

private:
    gss_OID m_mechanism;
    std::shared_ptr<Credential> m_credential;
};

} // namespace

Context::~Context()
{
    OM_uint32 minor = 0;
    if (m_context != GSS_C_NO_CONTEXT) gss_delete_sec_context(&minor, &m_context, GSS_C_NO_BUFFER);
}

domain::Result<std::string> Context::step(std::string_view token)
{
    const std::string what = isInitiator() ? "authenticate" : "accept the client";
    if (m_established) return notProven(what, "a token came after the last one");
    if (isInitiator() && isChallengeOfNobody(token)) return notProven(what, "the NTLM challenge names no target");
    gss_channel_bindings_struct bindings{};
    bindings.application_data = referTo(m_channelBinding);
    gss_buffer_desc in = referTo(token);
    Buffer out;
    const auto status = call(&m_context, token.empty() ? GSS_C_NO_BUFFER : &in,
                             m_channelBinding.empty() ? GSS_C_NO_CHANNEL_BINDINGS : &bindings, out.out());
    if (GSS_ERROR(status.major)) return failure(status.major, status.minor, requestedMechanism(), what);
    if ((status.major & GSS_S_CONTINUE_NEEDED) == 0) DRYDOCK_TRY_VOID(checkProtection(status.flags));
    return std::string(out.view());
}

// A context that does not seal, or in which Kerberos did not prove the server, is not used.
domain::Result<> Context::checkProtection(OM_uint32 flags)
{
    m_established = true;
    m_isKerberos = mechanism() == "Kerberos";
    if ((flags & GSS_C_CONF_FLAG) != 0 && (flags & GSS_C_INTEG_FLAG) != 0 &&
        (!isInitiator() || !m_isKerberos || (flags & GSS_C_MUTUAL_FLAG) != 0))
        return {};
    m_established = false;
    return notProven("authenticate", "the server does not grant mutual authentication and sealing");
}

std::string Context::mechanism() const
{
    OM_uint32 minor = 0;
    gss_OID used = GSS_C_NO_OID;
    gss_inquire_context(&minor, m_context, nullptr, nullptr, nullptr, &used, nullptr, nullptr, nullptr);
    if (used == GSS_C_NO_OID) return {};
    return same(used, kerberos()) ? "Kerberos" : same(used, ntlm()) ? "NTLM" : "another mechanism";
}

std::string Context::peer() const
{
    OM_uint32 minor = 0;
    Name name;
    // The other name is not asked for: an acceptor of gss-ntlmssp has none, and ends the program over it.
    gss_inquire_context(&minor, m_context, isInitiator() ? nullptr : name.out(), isInitiator() ? name.out() : nullptr,
                        nullptr, nullptr, nullptr, nullptr, nullptr);
    Buffer text;
    if (name.get() != nullptr) gss_display_name(&minor, name.get(), text.out(), nullptr);
    return std::string(text.view().substr(0, text.view().find('\0'))); // gss-ntlmssp counts the null character
}

domain::Result<SealedMessage> Context::seal(std::string_view text)
{
    return m_isKerberos ? sealByParts(text) : sealWhole(text);
}

domain::Result<std::string> Context::unseal(std::string_view header, std::string_view data)
{
    return m_isKerberos ? unsealByParts(header, data) : unsealWhole(header, data);
}

// gss_wrap_iov rotates the token as SSPI expects it; gss_wrap does not (protocol.md 4.5).
domain::Result<SealedMessage> Context::sealByParts(std::string_view text)
{
    SealedMessage sealed;
    sealed.data = text;
    std::array<gss_iov_buffer_desc, 3> parts{};
    parts[0].type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
    parts[1].buffer = {sealed.data.size(), sealed.data.data()};
    parts[2].type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    OM_uint32 minor = 0;
    int encrypted = 0;
    const auto major = gss_wrap_iov(&minor, m_context, 1, GSS_C_QOP_DEFAULT, &encrypted, parts.data(), parts.size());
    if (!GSS_ERROR(major)) {
        sealed.header.assign(static_cast<const char*>(parts[0].buffer.value), parts[0].buffer.length);
        sealed.padding = parts[2].buffer.length;
        sealed.data.append(static_cast<const char*>(parts[2].buffer.value), sealed.padding);
    }
    OM_uint32 ignored = 0;
    gss_release_iov_buffer(&ignored, parts.data(), parts.size());
    if (GSS_ERROR(major)) return notProven("seal a message", describe(major, minor, kerberos()));
    if (encrypted == 0) return notProven("seal a message", "the context does not encrypt");
    return sealed;
}

domain::Result<std::string> Context::unsealByParts(std::string_view header, std::string_view data)
{
    std::string head(header), text(data);
    std::array<gss_iov_buffer_desc, 3> parts{};
    parts[0].type = GSS_IOV_BUFFER_TYPE_HEADER;
    parts[0].buffer = {head.size(), head.data()};
    parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
    parts[1].buffer = {text.size(), text.data()};
    parts[2].type = GSS_IOV_BUFFER_TYPE_DATA; // RC4 tokens of Windows have no padding, and this reads them too
    OM_uint32 minor = 0;
    int encrypted = 0;
    const auto major = gss_unwrap_iov(&minor, m_context, &encrypted, nullptr, parts.data(), parts.size());
    if (major != GSS_S_COMPLETE) return notProven("unseal a message", describe(major, minor, kerberos()));
    if (encrypted == 0) return notProven("unseal a message", "it is signed and not encrypted");
    text.resize(parts[1].buffer.length);
    return text;
}

domain::Result<SealedMessage> Context::sealWhole(std::string_view text)
{
    gss_buffer_desc in = referTo(text);
    Buffer out;
    OM_uint32 minor = 0;
    int encrypted = 0;
    const auto major = gss_wrap(&minor, m_context, 1, GSS_C_QOP_DEFAULT, &in, &encrypted, out.out());
    if (GSS_ERROR(major)) return notProven("seal a message", describe(major, minor, requestedMechanism()));
    if (encrypted == 0 || out.view().size() < ntlmHeaderSize)
        return notProven("seal a message", "the context does not encrypt");
    return SealedMessage{std::string(out.view().substr(0, ntlmHeaderSize)),
                         std::string(out.view().substr(ntlmHeaderSize)), 0};
}

domain::Result<std::string> Context::unsealWhole(std::string_view header, std::string_view data)
{
    std::string token(header);
    token += data;
    gss_buffer_desc in = referTo(token);
    Buffer out;
    OM_uint32 minor = 0;
    int encrypted = 0;
    const auto major = gss_unwrap(&minor, m_context, &in, out.out(), &encrypted, nullptr);
    if (major != GSS_S_COMPLETE) return notProven("unseal a message", describe(major, minor, requestedMechanism()));
    if (encrypted == 0) return notProven("unseal a message", "it is signed and not encrypted");
    return std::string(out.view());
}

std::shared_ptr<SecurityContext> initiate(gss_OID mechanism, std::shared_ptr<Credential> credential, Name target,
                                          std::string channelBinding)
{
    return std::make_shared<Initiator>(mechanism, std::move(credential), std::move(target), std::move(channelBinding));
}

std::shared_ptr<SecurityContext> accept(gss_OID mechanism, std::shared_ptr<Credential> credential,
                                        std::string channelBinding)
{
    return std::make_shared<AcceptingContext>(mechanism, std::move(credential), std::move(channelBinding));
}

} // namespace drydock::auth::gss
