// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The limits of reading CLIXML, and how strict the reader is (protocol.md 3.5).
#pragma once

#include "remoting/limits.h"

#include <cstddef>
#include <limits>

namespace drydock::clixml {

struct Limits {
    std::size_t bytes = limits::messageBytes;  // of the whole message
    std::size_t textBytes = limits::textBytes; // of one element
    std::size_t elements = limits::elements;
    std::size_t properties = limits::properties; // of one object
    std::size_t attributes = limits::attributes; // of one element
    std::size_t nesting = limits::nesting;       // levels of XML elements
    std::size_t depth = limits::depth;           // levels of objects below the top one
    std::size_t memory = limits::valueMemory;    // of the values, where a reference counts as a copy
    // Whether the reader refuses what PowerShell refuses: nothing at all, characters that XML does not have, unknown
    // elements inside an object, and numbers and dates that cannot be read. Otherwise it skips such elements and keeps
    // such values as text, so that one unexpected property does not make a whole server unreadable.
    bool strict = false;
    // Whether several documents may follow one another, each with or without the mark of an error stream. PowerShell
    // writes them to one stream and reads them one by one.
    bool severalDocuments = false;

    // The limits of PowerShell itself, and ours of a file. PowerShell counts values and not only objects, and refuses
    // the 50th level.
    [[nodiscard]] static Limits asPowerShell()
    {
        Limits limits;
        limits.strict = true;
        limits.depth = 48;
        limits.bytes = limits::fileBytes;
        limits.elements = limits::fileElements;
        limits.memory = std::numeric_limits<std::size_t>::max();
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
