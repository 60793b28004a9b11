// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The user whom SSPI authenticates: of the logon session, or by name and password.
#pragma once

#include "remoting/auth/authentication.h"

#include <string>

#include <windows.h>

#include <security.h>

namespace drydock::auth::sspi {

// Returns UTF-8 as UTF-16.
[[nodiscard]] std::wstring wide(std::string_view text);

// Valid as long as the object lives, which is not moved; it wipes its copy of the password.
class Identity
{
public:
    explicit Identity(const Credentials& credentials);
    ~Identity();
    Identity(const Identity&) = delete;
    Identity& operator=(const Identity&) = delete;

    // Returns what AcquireCredentialsHandle takes; null: the logon session without conditions.
    [[nodiscard]] void* get() noexcept { return m_needed ? &m_identity : nullptr; }

private:
    std::wstring m_user, m_domain, m_password, m_packages;
    SEC_WINNT_AUTH_IDENTITY_EXW m_identity{};
    bool m_needed = false;
};

} // namespace drydock::auth::sspi
