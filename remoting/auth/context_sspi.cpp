// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/context_sspi.h"

#include <array>
#include <cstring>
#include <utility>

namespace drydock::auth::sspi {
namespace {

using domain::ErrorKind;

domain::Failure notProven(std::string what, std::string detail)
{
    return domain::fail(ErrorKind::ServerNotProven, std::move(what), std::move(detail));
}

SecBuffer bufferOf(unsigned long type, std::string& bytes)
{
    return {static_cast<unsigned long>(bytes.size()), type, bytes.data()};
}

template <std::size_t count> SecBufferDesc describe(std::array<SecBuffer, count>& buffers)
{
    return {SECBUFFER_VERSION, static_cast<unsigned long>(count), buffers.data()};
}

// The structure with the binding behind it (SEC_CHANNEL_BINDINGS).
std::string channelBindings(const std::string& binding)
{
    if (binding.empty()) return {};
    SEC_CHANNEL_BINDINGS head{};
    head.cbApplicationDataLength = static_cast<unsigned long>(binding.size());
    head.dwApplicationDataOffset = sizeof head;
    std::string bytes(sizeof head, '\0');
    std::memcpy(bytes.data(), &head, sizeof head);
    return bytes + binding;
}

std::string utf8(const wchar_t* text)
{
    const auto length = static_cast<int>(std::wcslen(text));
    std::string out(static_cast<std::size_t>(length) * 3, '\0');
    const int size =
        WideCharToMultiByte(CP_UTF8, 0, text, length, out.data(), static_cast<int>(out.size()), nullptr, nullptr);
    out.resize(static_cast<std::size_t>(size));
    return out;
}

// protocol.md 4.3. Delegation is never asked for.
constexpr unsigned long wantedOfInitiator = ISC_REQ_MUTUAL_AUTH | ISC_REQ_REPLAY_DETECT | ISC_REQ_SEQUENCE_DETECT |
                                            ISC_REQ_CONFIDENTIALITY | ISC_REQ_INTEGRITY | ISC_REQ_ALLOCATE_MEMORY;
constexpr unsigned long wantedOfAcceptor = ASC_REQ_REPLAY_DETECT | ASC_REQ_SEQUENCE_DETECT | ASC_REQ_CONFIDENTIALITY |
                                           ASC_REQ_INTEGRITY | ASC_REQ_ALLOCATE_MEMORY;

class Initiator final : public Context
{
public:
    Initiator(std::shared_ptr<Credential> credential, std::wstring target, std::string channelBinding)
        : Context(std::move(channelBinding)), m_credential(std::move(credential)), m_target(std::move(target))
    {
    }

protected:
    SECURITY_STATUS call(CtxtHandle* context, CtxtHandle* out, SecBufferDesc* in, SecBufferDesc* token,
                         unsigned long* attributes) override
    {
        return InitializeSecurityContextW(m_credential->get(), context, m_target.data(), wantedOfInitiator, 0,
                                          SECURITY_NATIVE_DREP, in, 0, out, token, attributes, nullptr);
    }
    [[nodiscard]] bool isInitiator() const noexcept override { return true; }
    [[nodiscard]] bool isProtected(unsigned long attributes, bool kerberos) const noexcept override
    {
        return (attributes & ISC_RET_CONFIDENTIALITY) != 0 && (!kerberos || (attributes & ISC_RET_MUTUAL_AUTH) != 0);
    }

private:
    std::shared_ptr<Credential> m_credential;
    std::wstring m_target;
};

class AcceptingContext final : public Context
{
public:
    AcceptingContext(std::shared_ptr<Credential> credential, std::string channelBinding)
        : Context(std::move(channelBinding)), m_credential(std::move(credential))
    {
    }

protected:
    SECURITY_STATUS call(CtxtHandle* context, CtxtHandle* out, SecBufferDesc* in, SecBufferDesc* token,
                         unsigned long* attributes) override
    {
        return AcceptSecurityContext(m_credential->get(), context, in, wantedOfAcceptor, SECURITY_NATIVE_DREP, out,
                                     token, attributes, nullptr);
    }
    [[nodiscard]] bool isInitiator() const noexcept override { return false; }
    [[nodiscard]] bool isProtected(unsigned long attributes, bool) const noexcept override
    {
        return (attributes & ASC_RET_CONFIDENTIALITY) != 0;
    }

private:
    std::shared_ptr<Credential> m_credential;
};

} // namespace

Credential::~Credential()
{
    if (m_acquired) FreeCredentialsHandle(&m_handle);
}

SECURITY_STATUS Credential::acquire(const wchar_t* package, unsigned long use, void* identity)
{
    const auto status = AcquireCredentialsHandleW(nullptr, const_cast<wchar_t*>(package), use, nullptr, identity,
                                                  nullptr, nullptr, &m_handle, nullptr);
    m_acquired = status == SEC_E_OK;
    return status;
}

Context::Context(std::string channelBinding) : m_channelBinding(channelBindings(channelBinding)) {}

Context::~Context()
{
    if (m_begun) DeleteSecurityContext(&m_context);
}

domain::Result<std::string> Context::step(std::string_view token)
{
    const std::string what = isInitiator() ? "authenticate" : "accept the client";
    if (m_established) return notProven(what, "a token came after the last one");
    std::string received(token);
    std::array<SecBuffer, 2> in{};
    unsigned long count = 0;
    if (!received.empty()) in[count++] = bufferOf(SECBUFFER_TOKEN, received);
    if (!m_channelBinding.empty()) in[count++] = bufferOf(SECBUFFER_CHANNEL_BINDINGS, m_channelBinding);
    SecBufferDesc input{SECBUFFER_VERSION, count, in.data()};
    std::array<SecBuffer, 1> out{SecBuffer{0, SECBUFFER_TOKEN, nullptr}};
    auto output = describe(out);
    unsigned long attributes = 0;
    auto status = call(m_begun ? &m_context : nullptr, &m_context, count > 0 ? &input : nullptr, &output, &attributes);
    m_begun = m_begun || status >= 0;
    if (status == SEC_I_COMPLETE_NEEDED || status == SEC_I_COMPLETE_AND_CONTINUE) {
        const auto completed = CompleteAuthToken(&m_context, &output);
        if (completed < 0)
            status = completed;
        else
            status = status == SEC_I_COMPLETE_NEEDED ? SEC_E_OK : SEC_I_CONTINUE_NEEDED;
    }
    const std::string made(static_cast<const char*>(out[0].pvBuffer), out[0].pvBuffer != nullptr ? out[0].cbBuffer : 0);
    if (out[0].pvBuffer != nullptr) FreeContextBuffer(out[0].pvBuffer);
    if (status < 0) return failure(status, what);
    if (status == SEC_E_OK) {
        m_established = true;
        m_isKerberos = mechanism() == "Kerberos";
        m_established = isProtected(attributes, m_isKerberos);
        if (!m_established) return notProven(what, "the server does not grant mutual authentication and sealing");
    }
    return made;
}

std::string Context::mechanism() const
{
    auto* context = const_cast<CtxtHandle*>(&m_context);
    std::string name;
    SecPkgContext_NegotiationInfoW negotiated{};
    SecPkgContext_PackageInfoW package{};
    SecPkgInfoW* info = nullptr;
    if (QueryContextAttributesW(context, SECPKG_ATTR_NEGOTIATION_INFO, &negotiated) == SEC_E_OK)
        info = negotiated.PackageInfo;
    else if (QueryContextAttributesW(context, SECPKG_ATTR_PACKAGE_INFO, &package) == SEC_E_OK)
        info = package.PackageInfo;
    if (info == nullptr) return {};
    name = utf8(info->Name);
    FreeContextBuffer(info);
    return name;
}

std::string Context::peer() const
{
    auto* context = const_cast<CtxtHandle*>(&m_context);
    SecPkgContext_NativeNamesW names{};
    if (QueryContextAttributesW(context, SECPKG_ATTR_NATIVE_NAMES, &names) == SEC_E_OK) {
        const wchar_t* const name = isInitiator() ? names.sServerName : names.sClientName;
        auto text = name != nullptr ? utf8(name) : std::string();
        if (names.sClientName != nullptr) FreeContextBuffer(names.sClientName);
        if (names.sServerName != nullptr) FreeContextBuffer(names.sServerName);
        if (!text.empty()) return text;
    }
    SecPkgContext_NamesW user{};
    if (isInitiator() || QueryContextAttributesW(context, SECPKG_ATTR_NAMES, &user) != SEC_E_OK) return {};
    auto text = utf8(user.sUserName);
    FreeContextBuffer(user.sUserName);
    return text;
}

// As the WinRM client of Windows does it: the token, the text, the padding (protocol.md 4.4).
domain::Result<SealedMessage> Context::seal(std::string_view text)
{
    SecPkgContext_Sizes sizes{};
    auto status = QueryContextAttributesW(&m_context, SECPKG_ATTR_SIZES, &sizes);
    if (status != SEC_E_OK) return notProven("seal a message", sspi::describe(status));
    SealedMessage sealed;
    sealed.header.resize(sizes.cbSecurityTrailer);
    sealed.data = text;
    std::string padding(sizes.cbBlockSize, '\0');
    std::array<SecBuffer, 3> buffers{bufferOf(SECBUFFER_TOKEN, sealed.header), bufferOf(SECBUFFER_DATA, sealed.data),
                                     bufferOf(SECBUFFER_PADDING, padding)};
    auto message = describe(buffers);
    status = EncryptMessage(&m_context, 0, &message, m_sealed++);
    if (status != SEC_E_OK) return notProven("seal a message", sspi::describe(status));
    sealed.header.resize(buffers[0].cbBuffer);
    sealed.padding = buffers[2].cbBuffer;
    sealed.data.append(padding, 0, sealed.padding);
    return sealed;
}

// Kerberos finds the ends of token and padding in a stream of both; NTLM wants them apart.
domain::Result<std::string> Context::unseal(std::string_view header, std::string_view data)
{
    std::string token(header), text(data);
    if (m_isKerberos) token += text;
    std::array<SecBuffer, 2> buffers{bufferOf(m_isKerberos ? SECBUFFER_STREAM : SECBUFFER_TOKEN, token),
                                     m_isKerberos ? SecBuffer{0, SECBUFFER_DATA, nullptr}
                                                  : bufferOf(SECBUFFER_DATA, text)};
    auto message = describe(buffers);
    unsigned long quality = 0;
    const auto status = DecryptMessage(&m_context, &message, m_unsealed++, &quality);
    if (status != SEC_E_OK) return notProven("unseal a message", sspi::describe(status));
    if (quality == SECQOP_WRAP_NO_ENCRYPT) return notProven("unseal a message", "it is signed and not encrypted");
    return std::string(static_cast<const char*>(buffers[1].pvBuffer), buffers[1].cbBuffer);
}

std::shared_ptr<Context> initiate(std::shared_ptr<Credential> credential, std::wstring target,
                                  std::string channelBinding)
{
    return std::make_shared<Initiator>(std::move(credential), std::move(target), std::move(channelBinding));
}

std::shared_ptr<SecurityContext> accept(std::shared_ptr<Credential> credential, std::string channelBinding)
{
    return std::make_shared<AcceptingContext>(std::move(credential), std::move(channelBinding));
}

} // namespace drydock::auth::sspi
