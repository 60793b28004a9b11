// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/element_reader.h"

#include "remoting/clixml/primitives.h"
#include "remoting/clixml/text.h"

#include <array>
#include <cstring>
#include <utility>

namespace drydock::clixml {

using domain::ErrorKind;

namespace {

constexpr std::string_view powershellNamespace = "http://schemas.microsoft.com/powershell/2004/04";

bool isSpace(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

} // namespace

bool ElementReader::fail(pugi::xml_node node, std::string text, ErrorKind kind)
{
    if (m_errorText.empty()) {
        m_errorText = std::move(text);
        m_errorNode = node;
        m_errorKind = kind;
    }
    return false;
}

bool ElementReader::betweenElements(pugi::xml_node node)
{
    const pugi::xml_node_type type = node.type();
    if (type == pugi::node_doctype) return fail(node, "document type declarations are refused");
    if ((type == pugi::node_pcdata || type == pugi::node_cdata) && !isSpace(node.value()))
        return fail(node, "text where an element was expected");
    return true;
}

bool ElementReader::holdsNoText(pugi::xml_node node)
{
    return isSpace(node.value()) ? true : fail(node, "text where an element was expected");
}

bool ElementReader::attributes(pugi::xml_node node, Attributes& out)
{
    std::size_t count = 0; // limited first, since each attribute is compared with all before it
    for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
        if (++count > m_limits.attributes) return fail(node, "more attributes than accepted", ErrorKind::LimitExceeded);
        const char* name = a.name();
        if (std::strchr(a.value(), '<') != nullptr) return fail(node, "'<' in an attribute");
        for (pugi::xml_attribute other = node.first_attribute(); other != a; other = other.next_attribute()) {
            if (std::strcmp(other.name(), name) == 0) return fail(node, std::string("attribute ") + name + " twice");
        }
        if (name[0] == 'N' && name[1] == '\0')
            out.name = a.value();
        else if (std::strcmp(name, "RefId") == 0)
            out.refId = a.value();
        else if (std::strcmp(name, "xmlns") == 0 && a.value() != powershellNamespace)
            return fail(node, "not CLIXML: another namespace");
    }
    return true;
}

bool ElementReader::decoded(pugi::xml_node node, std::string_view raw, bool units, std::string& out)
{
    if (raw.size() > m_limits.textBytes) return fail(node, "more text than accepted", ErrorKind::LimitExceeded);
    std::string text;
    bool changed = false;
    if (raw.find('&') != std::string_view::npos) {
        auto plain = withoutReferences(raw);
        if (!plain) return fail(node, "an entity that is not declared");
        text = std::move(*plain);
        changed = true;
    }
    const std::string_view now = changed ? std::string_view(text) : raw;
    if (units && (now.find("_x") != std::string_view::npos || now.find("_X") != std::string_view::npos))
        out = withoutUnits(now);
    else if (changed)
        out = std::move(text);
    else
        out.assign(now);
    return true;
}

bool ElementReader::text(pugi::xml_node node, bool units, std::string& out)
{
    const pugi::xml_node first = node.first_child();
    if (!first) return decoded(node, node.child_value(), units, out);
    // Comments and CDATA sections divide a text into several nodes; they are joined here.
    std::string raw = std::strcmp(node.value(), "") != 0 ? node.value() : "";
    for (pugi::xml_node child = first; child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element) return fail(child, "an element where text was expected");
        if (child.type() == pugi::node_pcdata) raw += child.value();
        if (child.type() != pugi::node_cdata) continue;
        for (const char c : std::string_view(child.value()))
            raw += c == '&' ? std::string("&amp;") : std::string(1, c);
    }
    return decoded(node, raw, units, out);
}

bool ElementReader::unknown(pugi::xml_node node)
{
    return m_limits.strict ? fail(node, std::string("unknown element ") + node.name()) : passOver(node);
}

bool ElementReader::passOver(pugi::xml_node node)
{
    std::size_t depth = 1;
    for (pugi::xml_node walk = node;;) {
        if (depth > m_limits.nesting) return fail(walk, "elements nested too deeply", ErrorKind::LimitExceeded);
        if (walk.first_child()) {
            walk = walk.first_child();
            ++depth;
            continue;
        }
        while (walk != node && !walk.next_sibling()) {
            walk = walk.parent();
            --depth;
        }
        if (walk == node) return true;
        walk = walk.next_sibling();
    }
}

bool ElementReader::primitive(pugi::xml_node node, Type type, Value& out)
{
    if (type == Type::Nil)
        return node.first_child() && node.first_child().type() == pugi::node_element ? fail(node, "<Nil> with content")
                                                                                     : true;
    if (type == Type::Progress) return progress(node, out);
    const bool units = type == Type::String || type == Type::Uri || type == Type::Xml || type == Type::ScriptBlock ||
                       type == Type::SemanticVersion;
    std::string content;
    if (!text(node, units, content)) return false;
    if (m_limits.strict && !canonicalText(type, content))
        return fail(node, std::string("no value of <") + node.name() + ">");
    out = Value(type, std::move(content));
    return true;
}

bool ElementReader::progress(pugi::xml_node node, Value& out)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> parts{{{"AV", "Activity"},
                                                                                         {"AI", "ActivityId"},
                                                                                         {"", "CurrentOperation"},
                                                                                         {"PI", "ParentActivityId"},
                                                                                         {"PC", "PercentComplete"},
                                                                                         {"T", "Type"},
                                                                                         {"SR", "SecondsRemaining"},
                                                                                         {"SD", "StatusDescription"}}};
    Object record;
    std::size_t next = 0;
    const bool read = eachElement(node, [&](pugi::xml_node child) {
        const std::string_view name = child.name();
        const bool operation = next == 2 && (name == "S" || name == "Nil");
        if (next == parts.size() || (!operation && name != parts[next].first))
            return fail(child, "a progress record out of order");
        std::string content;
        if (!text(child, true, content)) return false;
        const bool number = name == "AI" || name == "PI" || name == "PC" || name == "SR";
        record.extended.emplace_back(parts[next++].second,
                                     name == "Nil" ? Value()
                                                   : Value(number ? Type::Int32 : Type::String, std::move(content)));
        return true;
    });
    if (!read) return false;
    if (next != parts.size()) return fail(node, "a progress record that lacks a part");
    out = Value::progress(std::move(record));
    return true;
}

} // namespace drydock::clixml
