// Names as types of their own: two adjacent strings get swapped, a ServerName and a DatabaseName cannot.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace drydock::domain {

// Compares ASCII letters without case; other bytes as they are. <0, 0, >0.
[[nodiscard]] int compareIgnoringCase(std::string_view a, std::string_view b) noexcept;
[[nodiscard]] inline bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    return compareIgnoringCase(a, b) == 0;
}
// "mail.contoso.com" -> "mail"; a name without a dot, and an IPv4 address, stay as they are.
[[nodiscard]] std::string_view shortHostName(std::string_view name) noexcept;

template <class Tag> class Name
{
public:
    Name() = default;
    explicit Name(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] bool empty() const noexcept { return m_text.empty(); }

    // Names keep the case they came in and compare without it, as Exchange does.
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

// A server, by its short name. Made from a short name or an FQDN; both make the same value.
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
