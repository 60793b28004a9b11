// Blanks encrypted strings (SS elements) in the payloads of an envelope, keeping every length.
#pragma once

#include <map>
#include <string>

namespace drydock::session {

// One for each direction: an element may begin in one envelope and end in the next.
class Redaction
{
public:
    // The envelope with each character of an SS value replaced; as it came when it is no envelope.
    [[nodiscard]] std::string redact(const std::string& envelope);

private:
    struct Scan {
        int matched = 0;    // characters of "<SS" seen
        bool inTag = false; // behind "<SS", before '>'
        bool inValue = false;
    };
    void blank(std::string& payload, Scan& scan) const;
    static void step(char& character, Scan& scan);

    std::map<std::string, Scan> m_scans; // by CommandId
};

} // namespace drydock::session
