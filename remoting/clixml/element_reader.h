// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads one element of CLIXML without the objects around it: its attributes, its text or its primitive value. Keeps the
// first error.
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
    // The attributes that CLIXML uses, undecoded; nullptr where one is absent.
    struct Attributes {
        const char* name = nullptr;
        const char* refId = nullptr;
    };

    explicit ElementReader(const Limits& limits) : m_limits(limits) {}

    // The functions below return false after an error. Only the first error is kept.
    bool attributes(pugi::xml_node node, Attributes& out);
    // `units`: whether _xHHHH_ is decoded to a UTF-16 unit.
    bool text(pugi::xml_node node, bool units, std::string& out);
    // Decodes the references, and with `units` the units, of a text that was read from the node.
    bool decoded(pugi::xml_node node, std::string_view raw, bool units, std::string& out);
    bool primitive(pugi::xml_node node, Type type, Value& out);
    // Handles an element that is not expected here: an error in strict mode, otherwise it is skipped.
    bool unknown(pugi::xml_node node);
    // Skips the node and everything below it. The nesting is limited as elsewhere.
    bool passOver(pugi::xml_node node);
    // Calls `visit` for each element in `parent`, until it returns false. Comments and white space are skipped. Returns
    // false then, and for text between the elements.
    template <class Visit> bool eachElement(pugi::xml_node parent, const Visit& visit)
    {
        for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling())
            if (child.type() == pugi::node_element ? !visit(child) : !betweenElements(child)) return false;
        return true;
    }
    // Returns whether the node itself holds no text but white space.
    bool holdsNoText(pugi::xml_node node);
    // Keeps the error if it is the first one, and returns false.
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
