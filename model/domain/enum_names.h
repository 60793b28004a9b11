// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts between enumerators and their names by one table: `constexpr EnumName<Kind> kindNames[] = {{Kind::A, "a"},
// …};`. An enumerator may have several names: the first one is written, all of them are read.
#pragma once

#include "model/domain/names.h"
#include "model/domain/open_enum.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace drydock::domain {

template <class E> struct EnumName {
    E value;
    const char* name;
};

// Returns the first name of an enumerator; "" if the table lacks it.
template <class E, std::size_t N>
[[nodiscard]] constexpr const char* nameOf(const EnumName<E> (&names)[N], E value) noexcept
{
    for (const auto& entry : names)
        if (entry.value == value) return entry.name;
    return "";
}

// Returns the enumerator of exactly this name.
template <class E, std::size_t N>
[[nodiscard]] constexpr std::optional<E> valueOf(const EnumName<E> (&names)[N], std::string_view name) noexcept
{
    for (const auto& entry : names)
        if (name == entry.name) return entry.value;
    return std::nullopt;
}

// Returns the enumerator of this name. Upper and lower case are equal, as in PowerShell.
template <class E, std::size_t N>
[[nodiscard]] std::optional<E> valueOfIgnoringCase(const EnumName<E> (&names)[N], std::string_view name) noexcept
{
    for (const auto& entry : names)
        if (equalsIgnoringCase(name, entry.name)) return entry.value;
    return std::nullopt;
}

// Returns the enumerator of a word that a server wrote. An unknown word becomes E::Unknown; its text is kept.
template <class E, std::size_t N> [[nodiscard]] OpenEnum<E> openValueOf(const EnumName<E> (&names)[N], std::string word)
{
    const auto value = valueOfIgnoringCase(names, word).value_or(E::Unknown);
    return {value, std::move(word)};
}

// Returns whether every enumerator from 0 to `last` has a name, for a static_assert beside the table.
template <class E, std::size_t N> [[nodiscard]] consteval bool namesAll(const EnumName<E> (&names)[N], E last)
{
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (*nameOf(names, static_cast<E>(i)) == '\0') return false;
    return true;
}

} // namespace drydock::domain
