// Things of a document by their RefId: small numbers, which all writers give, by index; anything else by text.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace drydock::clixml {

// The decimal number without leading zeros that `id` is, below `bound`.
inline std::optional<std::size_t> smallNumber(const char* id, std::size_t bound)
{
    if (id[0] < '0' || id[0] > '9' || (id[0] == '0' && id[1] != '\0')) return std::nullopt;
    std::size_t number = 0;
    for (const char* c = id; *c != '\0'; ++c) {
        if (*c < '0' || *c > '9' || number >= bound) return std::nullopt;
        number = number * 10 + static_cast<std::size_t>(*c - '0');
    }
    return number < bound ? std::optional(number) : std::nullopt;
}

template <class T> class ReferenceTable
{
public:
    // `bound`: no more things can have a RefId, so that a large number costs no memory.
    explicit ReferenceTable(std::size_t bound) : m_bound(bound) {}

    [[nodiscard]] T* find(const char* id)
    {
        if (const auto number = smallNumber(id, m_bound))
            return *number < m_byNumber.size() ? &m_byNumber[*number] : nullptr;
        const auto found = m_byText.find(id);
        return found == m_byText.end() ? nullptr : &found->second;
    }

    [[nodiscard]] T& at(const char* id)
    {
        const auto number = smallNumber(id, m_bound);
        if (!number) return m_byText[id];
        if (*number >= m_byNumber.size())
            m_byNumber.resize(std::max(*number + 1, std::min(m_bound, 2 * m_byNumber.size())));
        return m_byNumber[*number];
    }

private:
    std::size_t m_bound;
    std::vector<T> m_byNumber;
    std::unordered_map<std::string, T> m_byText;
};

} // namespace drydock::clixml
