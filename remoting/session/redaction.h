// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Overwrites encrypted strings (SS elements) in the payloads of envelopes, without changing any length.
#pragma once

#include "remoting/psrp/fragment.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace drydock::session {

// Each direction has its own, since a fragment, and an element in it, may begin in one envelope and end in a later one.
// Not thread-safe.
class Redaction
{
public:
    // Returns the envelope with each character of an SS value overwritten. An object whose beginning was not seen is
    // overwritten completely. Text that cannot be read as an envelope within the limits of wsman::xml is returned
    // unchanged.
    [[nodiscard]] std::string redact(const std::string& envelope);
    // To be called when an envelope was lost. The objects that were open in it count as not seen.
    void resynchronise() { m_lines.clear(); }
    // The number of commands with an incomplete fragment or object that have not ended.
    [[nodiscard]] std::size_t unfinished() const { return m_lines.size(); }

private:
    // The position in an element. The end tag is matched as a whole, since a CDATA section may hold any character.
    struct Element {
        enum class Position { Outside, Tag, Value };
        Position position = Position::Outside;
        std::size_t matched = 0; // characters matched so far of "<SS", or of "</SS" in a value
        bool slash = false;      // whether the last character of a tag was a slash
    };
    // The bytes of one command or of the pool: fragments, divided anywhere (protocol.md 1.7).
    struct Line {
        std::string header;           // bytes of the current fragment's header received so far, 0 to 21
        psrp::FragmentHeader current; // valid once `header` is complete
        // Bytes of the current fragment that are still to come.
        std::size_t left = 0;
        std::map<std::uint64_t, Element> open; // by object id; objects that have begun and not ended
        [[nodiscard]] bool isIdle() const { return header.empty() && open.empty(); }
    };
    static void blank(std::string& payload, Line& line);
    static std::size_t beginFragment(std::string_view bytes, Line& line);
    static void endFragment(Line& line);
    static void step(char& character, Element& element);
    static void stepOutside(char character, Element& element);

    std::map<std::string, Line> m_lines; // by CommandId
};

} // namespace drydock::session
