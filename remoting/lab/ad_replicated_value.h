// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A directory attribute as the domain controllers have it: at once in the site where it was written, later in the
// others.
#pragma once

#include "model/domain/time.h"

#include <string>
#include <utility>

namespace drydock::lab {

template <class T> class AdReplicatedValue
{
public:
    AdReplicatedValue() = default;
    explicit AdReplicatedValue(T value) : m_current(value), m_previous(std::move(value)) {}

    void write(T value, std::string site, domain::Time now, domain::Duration latency)
    {
        // The new value overtakes one that has not been replicated yet: other sites keep the value before it.
        if (now >= m_everywhere) m_previous = std::move(m_current);
        m_current = std::move(value);
        m_site = std::move(site);
        m_everywhere = now + latency;
    }

    [[nodiscard]] const T& latest() const noexcept { return m_current; }
    [[nodiscard]] const T& valueAtSite(const std::string& site, domain::Time now) const noexcept
    {
        return now >= m_everywhere || site == m_site ? m_current : m_previous;
    }

private:
    T m_current{};
    T m_previous{};
    std::string m_site;
    domain::Time m_everywhere{};
};

} // namespace drydock::lab
