// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/credential_history.h"

namespace drydock::auth {

domain::Result<> CredentialHistory::check(const std::string& endpoint) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_refused.find(endpoint);
    if (!m_closed && found == m_refused.end()) return {};
    const auto& refusal = m_closed ? *m_closed : found->second;
    return domain::fail({refusal.kind, endpoint, "refused before, so the same user and password are not sent again",
                         refusal.code, std::make_shared<const domain::Error>(refusal)});
}

void CredentialHistory::accepted(const std::string& endpoint)
{
    const std::scoped_lock lock(m_mutex);
    m_accepted.insert(endpoint);
}

void CredentialHistory::proved(const std::string& endpoint, const std::string& mechanism)
{
    const std::scoped_lock lock(m_mutex);
    m_mechanisms[endpoint] = mechanism;
}

std::string CredentialHistory::mechanismOf(const std::string& endpoint) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_mechanisms.find(endpoint);
    return found == m_mechanisms.end() ? std::string() : found->second;
}

void CredentialHistory::refused(const std::string& endpoint, const domain::Error& refusal)
{
    const std::scoped_lock lock(m_mutex);
    m_refused.emplace(endpoint, refusal);
    if (!m_closed && (m_accepted.empty() || m_accepted.contains(endpoint))) m_closed = refusal;
}

} // namespace drydock::auth
