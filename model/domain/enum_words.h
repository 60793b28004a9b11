// Words of an enumeration and back, from one table: `{{Value, "Word"}, …}`; unknown words keep their text.
#pragma once

#include "model/domain/names.h"
#include "model/domain/open_enum.h"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace drydock::domain {

template <class E, std::size_t N> using EnumWords = std::array<std::pair<E, const char*>, N>;

template <class E, std::size_t N> [[nodiscard]] OpenEnum<E> fromWord(const EnumWords<E, N>& words, std::string text)
{
    for (const auto& [value, word] : words)
        if (equalsIgnoringCase(text, word)) return {value, std::move(text)};
    return {E::Unknown, std::move(text)};
}

template <class E, std::size_t N> [[nodiscard]] const char* toWord(const EnumWords<E, N>& words, E value) noexcept
{
    for (const auto& [candidate, word] : words)
        if (candidate == value) return word;
    return "Unknown";
}

} // namespace drydock::domain
