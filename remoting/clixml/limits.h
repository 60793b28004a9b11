// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The limits of reading CLIXML, and how strict the reader is (protocol.md 3.5).
#pragma once

#include <cstddef>

namespace drydock::clixml {

struct Limits {
    std::size_t bytes = 64u << 20;     // of the whole message
    std::size_t textBytes = 32u << 20; // of one element
    std::size_t elements = 1'000'000;
    std::size_t properties = 100'000; // of one object
    std::size_t attributes = 32;      // of one element; PowerShell writes three at most
    std::size_t nesting = 200;        // levels of XML elements
    std::size_t depth = 50;           // levels of objects below the top one
    // Whether the reader refuses what PowerShell refuses: nothing at all, characters that XML does not have, unknown
    // elements inside an object, and numbers and dates that cannot be read. Otherwise it skips such elements and keeps
    // such values as text, so that one unexpected property does not make a whole server unreadable.
    bool strict = false;
    // Whether several documents may follow one another, each with or without the mark of an error stream. PowerShell
    // writes them to one stream and reads them one by one.
    bool severalDocuments = false;

    // The limits of PowerShell itself. PowerShell counts values and not only objects, and refuses the 50th level.
    [[nodiscard]] static Limits asPowerShell()
    {
        Limits limits;
        limits.strict = true;
        limits.depth = 48;
        return limits;
    }
    // As PowerShell, for `drydockctl inspect clixml`, whose input may be the capture of a whole stream.
    [[nodiscard]] static Limits ofCapture()
    {
        Limits limits = asPowerShell();
        limits.severalDocuments = true;
        return limits;
    }
};

} // namespace drydock::clixml
