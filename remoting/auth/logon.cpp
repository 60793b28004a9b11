// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/logon.h"

namespace drydock::auth {

void Logon::reject(const domain::Error& error)
{
    const std::lock_guard lock(m_mutex);
    m_rejection = error;
}

std::optional<domain::Error> Logon::rejection() const
{
    const std::lock_guard lock(m_mutex);
    return m_rejection;
}

} // namespace drydock::auth
