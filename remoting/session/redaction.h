// Blanks encrypted strings (SS elements) in the payloads of an envelope, keeping every length.
#pragma once

#include "remoting/psrp/fragment.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace drydock::session {

// One for each direction: a fragment, and an element in it, may begin in one envelope and end in the next.
class Redaction
{
public:
    // The envelope with each character of an SS value replaced; as it came when it is no envelope. An object whose
    // beginning was not seen is blanked whole.
    [[nodiscard]] std::string redact(const std::string& envelope);
    // An envelope was lost: what was open in it goes on unseen.
    void resynchronise() { m_lines.clear(); }
    // Commands of which a piece is outstanding; one that is done or was told to end is none.
    [[nodiscard]] std::size_t unfinished() const { return m_lines.size(); }

private:
    // How far an element has been read. Its end is looked for as a whole: a CDATA section may hold any character.
    struct Element {
        enum class Position { Outside, Tag, Value };
        Position position = Position::Outside;
        std::size_t matched = 0; // characters of "<SS", in a value of "</SS", seen
        bool slash = false;      // the last character of a tag
    };
    // The bytes of one command, or of the pool: fragments, cut anywhere (protocol.md 1.7).
    struct Line {
        std::string header;           // bytes of the current fragment's header received so far, 0 to 21
        psrp::FragmentHeader current; // valid once `header` is complete
        std::size_t left = 0;
        std::map<std::uint64_t, Element> open; // by object id: begun and not ended
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
