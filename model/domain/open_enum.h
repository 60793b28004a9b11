// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// An enumeration that a server may extend: its value, and the word that the server wrote.
#pragma once

#include <string>

namespace drydock::domain {

// The `value` of an unknown word is E::Unknown; its `text` is kept and shown.
template <class E> struct OpenEnum {
    E value = E::Unknown;
    std::string text;

    OpenEnum() = default;
    OpenEnum(E v, std::string t) : value(v), text(std::move(t)) {}

    friend bool operator==(const OpenEnum&, const OpenEnum&) = default;
    friend bool operator==(const OpenEnum& a, E b) { return a.value == b; }
};

} // namespace drydock::domain
