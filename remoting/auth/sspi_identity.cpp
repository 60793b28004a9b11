// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/sspi_identity.h"

namespace drydock::auth::sspi {
namespace {

unsigned short* unitsOf(std::wstring& text) { return reinterpret_cast<unsigned short*>(text.data()); }

} // namespace

std::wstring wide(std::string_view text)
{
    std::wstring out(text.size(), L'\0'); // UTF-16 has no more units than UTF-8
    const int size = MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), out.data(),
                                         static_cast<int>(out.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

// "DOMAIN\user" is told apart; "user@domain" goes whole. Without NTLM in its list, Negotiate offers Kerberos alone.
Identity::Identity(const Credentials& credentials)
{
    const auto backslash = credentials.user.find('\\');
    if (backslash != std::string::npos) m_domain = wide(credentials.user.substr(0, backslash));
    m_user = wide(backslash == std::string::npos ? credentials.user : credentials.user.substr(backslash + 1));
    m_password = wide(credentials.password.reveal());
    const bool withoutNtlm = credentials.scheme == domain::AuthenticationScheme::Negotiate && !credentials.allowNtlm;
    if (withoutNtlm) m_packages = L"!ntlm";
    m_needed = !m_user.empty() || withoutNtlm;
    m_identity.Version = SEC_WINNT_AUTH_IDENTITY_VERSION;
    m_identity.Length = sizeof m_identity;
    m_identity.Flags = SEC_WINNT_AUTH_IDENTITY_UNICODE;
    if (!m_user.empty()) {
        m_identity.User = unitsOf(m_user);
        m_identity.UserLength = static_cast<unsigned long>(m_user.size());
        m_identity.Domain = unitsOf(m_domain);
        m_identity.DomainLength = static_cast<unsigned long>(m_domain.size());
        m_identity.Password = unitsOf(m_password);
        m_identity.PasswordLength = static_cast<unsigned long>(m_password.size());
    }
    if (withoutNtlm) {
        m_identity.PackageList = unitsOf(m_packages);
        m_identity.PackageListLength = static_cast<unsigned long>(m_packages.size());
    }
}

Identity::~Identity() { SecureZeroMemory(m_password.data(), m_password.size() * sizeof(wchar_t)); }

} // namespace drydock::auth::sspi
