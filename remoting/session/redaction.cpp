#include "remoting/session/redaction.h"

#include "model/domain/base64.h"
#include "remoting/psrp/fragment.h"
#include "remoting/wsman/xml.h"

#include <cstdint>

namespace drydock::session {
namespace {

bool carriesPayload(pugi::xml_node node)
{
    const auto name = wsman::xml::localName(node);
    return name == "Stream" || name == "Arguments" || name == "creationXml" || name == "connectXml" ||
           name == "connectResponseXml";
}

std::uint32_t blobLength(const std::string& payload, std::size_t at)
{
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length = length << 8 | static_cast<unsigned char>(payload[at + psrp::kFragmentHeader - 4 + i]);
    return length;
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
    forEachElement(document, [this](pugi::xml_node node) {
        if (!carriesPayload(node)) return;
        auto payload = domain::fromBase64(wsman::xml::content(node));
        if (!payload || payload->empty()) return;
        const auto* line = node.attribute("CommandId") ? node.attribute("CommandId").value()
                                                       : node.parent().attribute("CommandId").value();
        blank(*payload, m_scans[line]);
        while (node.first_child())
            node.remove_child(node.first_child());
        node.append_child(pugi::node_pcdata).set_value(domain::toBase64(*payload).c_str());
    });
    return wsman::xml::print(document);
}

// Only what is inside fragments is looked at; an element runs on across their headers.
void Redaction::blank(std::string& payload, Scan& scan) const
{
    for (std::size_t at = 0; at + psrp::kFragmentHeader <= payload.size();) {
        const std::size_t begin = at + psrp::kFragmentHeader;
        const std::size_t end = std::min(begin + blobLength(payload, at), payload.size());
        for (std::size_t i = begin; i < end; ++i)
            step(payload[i], scan);
        at = end;
    }
}

void Redaction::step(char& character, Scan& scan)
{
    constexpr const char* tag = "<SS";
    if (scan.inValue) {
        if (character != '<')
            character = 'A';
        else
            scan = {1, false, false};
    } else if (scan.inTag) {
        if (character == '>') scan = {0, false, true};
        if (character == '/') scan = {}; // an empty element
    } else if (scan.matched == 3) {
        const bool isName = character == '>' || character == ' ';
        scan = {0, isName && character == ' ', isName && character == '>'};
    } else if (character == tag[scan.matched])
        ++scan.matched;
    else
        scan.matched = character == '<' ? 1 : 0;
}

} // namespace drydock::session
