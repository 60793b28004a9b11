// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/secret.h"

#include <utility>

namespace drydock::domain {

void wipe(std::string& text) noexcept
{
    // The compiler may drop stores to memory that is about to be freed, but not stores through volatile.
    volatile char* bytes = text.data();
    for (std::size_t i = 0; i < text.capacity(); ++i)
        bytes[i] = 0;
    text.clear();
}

Secret::Secret(std::string&& text) : m_text(text) { wipe(text); }

// NOLINTNEXTLINE(performance-move-constructor-init): copied, so that the other one can be wiped
Secret::Secret(Secret&& other) noexcept : m_text(other.m_text) { wipe(other.m_text); }

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe(m_text);
        m_text = other.m_text;
        wipe(other.m_text);
    }
    return *this;
}

Secret::~Secret() { wipe(m_text); }

Secret Secret::clone() const { return Secret(std::string(m_text)); }

} // namespace drydock::domain
