// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Compares XML as trees: names with their namespaces, attributes in any order, prefixes and declarations ignored.
#pragma once

#include "remoting/wsman/xml.h"

#include <map>
#include <sstream>
#include <string>

namespace drydock::tests {

inline void describe(pugi::xml_node node, std::ostream& out, int depth)
{
    using namespace wsman;
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    out << indent << '{' << xml::namespaceOf(node) << '}' << xml::localName(node);
    std::map<std::string, std::string> attributes;
    for (const auto& attribute : node.attributes()) {
        std::string name = attribute.name();
        if (name.starts_with("xmlns")) continue;
        if (name.ends_with(":mustUnderstand")) name = "soap:mustUnderstand";
        attributes[name] = attribute.value();
    }
    for (const auto& [name, value] : attributes)
        out << ' ' << name << "='" << value << '\'';
    out << " '" << xml::text(node) << "'\n";
    for (const auto child : node.children())
        if (child.type() == pugi::node_element) describe(child, out, depth + 1);
}

// A text that is equal for equal trees.
inline std::string treeOf(const std::string& text)
{
    pugi::xml_document document;
    if (!wsman::xml::load(document, text)) return "not XML: " + text;
    std::ostringstream out;
    describe(document.document_element(), out, 0);
    return out.str();
}

} // namespace drydock::tests
