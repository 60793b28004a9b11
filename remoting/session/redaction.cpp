// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/redaction.h"

#include "model/domain/base64.h"
#include "remoting/wsman/xml.h"

#include <algorithm>

namespace drydock::session {
namespace {

bool carriesPayload(pugi::xml_node node)
{
    const auto name = wsman::xml::localName(node);
    return name == "Stream" || name == "Arguments" || name == "creationXml" || name == "connectXml" ||
           name == "connectResponseXml";
}

// The same number that the reader keeps.
constexpr std::size_t openObjects = psrp::FragmentLimits{}.openObjects;

// Returns whether the command sends nothing more after this element.
bool endsCommand(pugi::xml_node node)
{
    const auto name = wsman::xml::localName(node);
    return name == "Signal" ||
           (name == "CommandState" && std::string_view(node.attribute("State").value()).ends_with("/Done"));
}

template <class Function> void forEachElement(pugi::xml_node root, Function function)
{
    for (auto node = root.first_child(); node;) {
        function(node);
        if (node.first_child())
            node = node.first_child();
        else {
            while (node && node != root && !node.next_sibling())
                node = node.parent();
            node = node == root ? pugi::xml_node() : node.next_sibling();
        }
    }
}

} // namespace

std::string Redaction::redact(const std::string& envelope)
{
    pugi::xml_document document;
    if (!wsman::xml::load(document, envelope) || wsman::xml::localName(document.first_child()) != "Envelope")
        return envelope;
    forEachElement(document.root(), [this](pugi::xml_node node) {
        if (endsCommand(node)) m_lines.erase(node.attribute("CommandId").value());
        if (!carriesPayload(node)) return;
        auto payload = domain::fromBase64(wsman::xml::content(node));
        if (!payload || payload->empty()) return;
        const auto* line = node.attribute("CommandId") ? node.attribute("CommandId").value()
                                                       : node.parent().attribute("CommandId").value();
        auto& state = m_lines[line];
        blank(*payload, state);
        if (state.isIdle()) m_lines.erase(line);
        while (node.first_child())
            node.remove_child(node.first_child());
        node.append_child(pugi::node_pcdata).set_value(domain::toBase64(*payload).c_str());
    });
    return wsman::xml::print(document);
}

// Overwrites only the content of fragments; an element continues across their headers.
void Redaction::blank(std::string& payload, Line& line)
{
    for (std::size_t at = 0; at < payload.size();) {
        if (line.header.size() < psrp::fragmentHeaderBytes) {
            at += beginFragment(std::string_view(payload).substr(at), line);
            continue;
        }
        const auto seen = line.open.find(line.current.objectId);
        const std::size_t end = at + std::min(line.left, payload.size() - at);
        line.left -= end - at;
        for (; at < end; ++at) {
            if (seen == line.open.end())
                payload[at] = 'A';
            else
                step(payload[at], seen->second);
        }
        if (line.left == 0) endFragment(line);
    }
}

// Returns how many bytes belong to the header.
std::size_t Redaction::beginFragment(std::string_view bytes, Line& line)
{
    const auto taken = bytes.substr(0, psrp::fragmentHeaderBytes - line.header.size());
    line.header += taken;
    if (line.header.size() < psrp::fragmentHeaderBytes) return taken.size();
    line.current = psrp::readFragmentHeader(line.header);
    line.left = line.current.length;
    if (line.current.start) {
        if (line.open.size() >= openObjects) line.open.erase(line.open.begin());
        line.open[line.current.objectId] = {};
    }
    if (line.left == 0) endFragment(line);
    return taken.size();
}

void Redaction::endFragment(Line& line)
{
    if (line.current.end) line.open.erase(line.current.objectId);
    line.header.clear();
}

void Redaction::step(char& character, Element& element)
{
    constexpr std::string_view closing = "</SS";
    using Position = Element::Position;
    switch (element.position) {
    case Position::Outside:
        return stepOutside(character, element);
    case Position::Tag:
        if (character == '>') element = {element.slash ? Position::Outside : Position::Value, 0, false};
        element.slash = character == '/';
        return;
    case Position::Value:
        if (character == closing[element.matched]) {
            if (++element.matched == closing.size()) element = {};
            return;
        }
        element.matched = character == '<' ? 1 : 0;
        if (element.matched == 0) character = 'A';
    }
}

void Redaction::stepOutside(char character, Element& element)
{
    constexpr std::string_view opening = "<SS";
    if (element.matched < opening.size()) {
        element.matched = character == opening[element.matched] ? element.matched + 1 : character == '<' ? 1 : 0;
        return;
    }
    // After "<SS" comes the end of the tag, an attribute or another name.
    const bool inTag = character == ' ' || character == '\t' || character == '\n' || character == '\r';
    if (character == '>')
        element = {Element::Position::Value, 0, false};
    else if (inTag || character == '/')
        element = {Element::Position::Tag, 0, character == '/'};
    else
        element = {};
}

} // namespace drydock::session
