// An enumeration that the other side may extend: the value we know, and the word it came as.
#pragma once

#include <string>

namespace drydock::domain {

// A word from a server that is not in our list is kept and shown (`text`), its `value` being E::Unknown.
template <class E> struct OpenEnum {
    E value = E::Unknown;
    std::string text;

    OpenEnum() = default;
    OpenEnum(E v, std::string t) : value(v), text(std::move(t)) {}

    friend bool operator==(const OpenEnum&, const OpenEnum&) = default;
    friend bool operator==(const OpenEnum& a, E b) { return a.value == b; }
};

} // namespace drydock::domain
