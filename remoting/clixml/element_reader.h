// One element of CLIXML without the objects around it: its attributes, its text, its primitive; notes the first error.
#pragma once

#include "model/domain/error.h"
#include "remoting/clixml/limits.h"
#include "remoting/clixml/value.h"

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace drydock::clixml {

class ElementReader
{
public:
    // The attributes that mean something, raw.
    struct Attributes {
        const char* name = nullptr;
        const char* refId = nullptr;
    };

    explicit ElementReader(const Limits& limits) : m_limits(limits) {}

    // All functions below: false = an error was noted, the first one counts.
    bool attributes(pugi::xml_node node, Attributes& out);
    // `units`: _xHHHH_ stands for a UTF-16 unit.
    bool text(pugi::xml_node node, bool units, std::string& out);
    bool decoded(pugi::xml_node node, std::string_view raw, bool units, std::string& out);
    bool primitive(pugi::xml_node node, Type type, Value& out);
    bool unknown(pugi::xml_node node);
    bool passOver(pugi::xml_node node); // bounded, whatever stands below it
    // Whether `node` is an element; text between elements is an error, anything else is passed over.
    bool isElement(pugi::xml_node node, bool& failed)
    {
        if (node.type() == pugi::node_element) return true;
        failed = !betweenElements(node);
        return false;
    }
    // Whether no text but spaces stands directly in `node`.
    bool holdsNoText(pugi::xml_node node);
    bool fail(pugi::xml_node node, std::string text, domain::ErrorKind kind = domain::ErrorKind::Malformed);

    [[nodiscard]] domain::ErrorKind errorKind() const noexcept { return m_errorKind; }
    [[nodiscard]] const std::string& errorText() const noexcept { return m_errorText; }
    [[nodiscard]] pugi::xml_node errorNode() const noexcept { return m_errorNode; }

private:
    bool betweenElements(pugi::xml_node node);
    bool progress(pugi::xml_node node, Value& out);

    const Limits& m_limits;
    domain::ErrorKind m_errorKind = domain::ErrorKind::Malformed;
    std::string m_errorText;
    pugi::xml_node m_errorNode;
};

} // namespace drydock::clixml
