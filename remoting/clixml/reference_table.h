// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Maps the RefIds of a document to objects or type lists: small numbers by index, any other id by text.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace drydock::clixml {

// Returns `id` as a number if it is a decimal number without leading zeros and below `bound`.
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
    // `bound`: the largest number of RefIds a document can define. Ids at or above it are kept by text, so that a large
    // number does not allocate a large array.
    explicit ReferenceTable(std::size_t bound) : m_bound(bound) {}

    // Returns the entry of the id or nullptr. An id below another that was added may return an entry that was never
    // set.
    [[nodiscard]] T* find(const char* id)
    {
        if (const auto number = smallNumber(id, m_bound))
            return *number < m_byNumber.size() ? &m_byNumber[*number] : nullptr;
        const auto found = m_byText.find(id);
        return found == m_byText.end() ? nullptr : &found->second;
    }

    // Returns the entry of the id and adds it if necessary. May invalidate pointers that find() returned.
    [[nodiscard]] T& at(const char* id)
    {
        const auto number = smallNumber(id, m_bound);
        if (!number) return m_byText[id];
        if (*number >= m_byNumber.size())
            m_byNumber.resize(std::max(*number + 1, std::min(m_bound, 2 * m_byNumber.size())));
        return m_byNumber[*number];
    }

    // Forgets every entry, and takes another bound.
    void reset(std::size_t bound)
    {
        m_bound = bound;
        m_byNumber.clear();
        m_byText.clear();
    }

private:
    std::size_t m_bound;
    std::vector<T> m_byNumber;
    std::unordered_map<std::string, T> m_byText;
};

} // namespace drydock::clixml
