// How much CLIXML we take in, and how forgiving we are with it (protocol.md 3.5).
#pragma once

#include <cstddef>

namespace drydock::clixml {

struct Limits {
    std::size_t bytes = 64u << 20;     // of the whole message
    std::size_t textBytes = 32u << 20; // of one element
    std::size_t elements = 1'000'000;
    std::size_t properties = 100'000; // of one object
    std::size_t attributes = 32;      // of one element; PowerShell writes three at most
    std::size_t nesting = 200;        // XML elements within each other
    std::size_t depth = 50;           // objects below the top one
    // Refuse what PowerShell itself refuses: unknown elements inside an object, numbers and dates that are none. Off,
    // they are skipped or kept as text, so that one strange property does not hide a whole server.
    bool strict = false;

    // As PowerShell reads: what `drydockctl inspect clixml` uses. It counts values, not objects, and stops at the 50th.
    [[nodiscard]] static Limits asPowerShell()
    {
        Limits limits;
        limits.strict = true;
        limits.depth = 48;
        return limits;
    }
};

} // namespace drydock::clixml
