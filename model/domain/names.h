// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Strong types for names, so that the compiler refuses a DatabaseName in the place of a ServerName.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace drydock::domain {

// Compares texts byte by byte, ASCII letters without case. Returns a number below, equal to or above 0.
[[nodiscard]] int compareIgnoringCase(std::string_view a, std::string_view b) noexcept;
[[nodiscard]] inline bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    return compareIgnoringCase(a, b) == 0;
}
// Returns the part before the first dot: "mail" of "mail.contoso.com". An IPv4 address is returned whole.
[[nodiscard]] std::string_view shortHostName(std::string_view name) noexcept;

template <class Tag> class Name
{
public:
    Name() = default;
    explicit Name(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] bool empty() const noexcept { return m_text.empty(); }

    // Names keep their case and compare without it, as Exchange does.
    friend bool operator==(const Name& a, const Name& b) noexcept
    {
        return compareIgnoringCase(a.m_text, b.m_text) == 0;
    }
    friend std::weak_ordering operator<=>(const Name& a, const Name& b) noexcept
    {
        return compareIgnoringCase(a.m_text, b.m_text) <=> 0;
    }

private:
    std::string m_text;
};

struct DatabaseTag;
struct DagTag;
using DatabaseName = Name<DatabaseTag>;
using DagName = Name<DagTag>;

// The short name of a server. It can be made from a short name or an FQDN; both give equal values.
class ServerName
{
public:
    ServerName() = default;
    explicit ServerName(std::string_view nameOrFqdn) : m_text(shortHostName(nameOrFqdn)) {}

    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] bool empty() const noexcept { return m_text.empty(); }

    friend bool operator==(const ServerName& a, const ServerName& b) noexcept
    {
        return compareIgnoringCase(a.m_text, b.m_text) == 0;
    }
    friend std::weak_ordering operator<=>(const ServerName& a, const ServerName& b) noexcept
    {
        return compareIgnoringCase(a.m_text, b.m_text) <=> 0;
    }

private:
    std::string m_text;
};

} // namespace drydock::domain
