// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/xml.h"

#include "model/domain/strings.h"
#include "model/domain/utf8.h"
#include "remoting/limits.h"

namespace drydock::wsman::xml {
namespace {

using domain::ErrorKind;

std::string_view prefixOf(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

bool declares(const pugi::xml_attribute& attribute, std::string_view prefix)
{
    const std::string_view name = attribute.name();
    if (!name.starts_with("xmlns")) return false;
    return prefix.empty() ? name.size() == 5
                          : name.size() == 6 + prefix.size() && name[5] == ':' && name.ends_with(prefix);
}

bool hasTooManyAttributes(pugi::xml_node node)
{
    const auto attributes = node.attributes();
    std::size_t count = 0;
    for (auto at = attributes.begin(); at != attributes.end(); ++at)
        if (++count > limits::envelopeAttributes) return true;
    return false;
}

// The cost of finding elements by namespace is the product of these limits, since each element looks at all attributes
// above it.
bool isOutOfBounds(const pugi::xml_document& document)
{
    std::size_t count = 0;
    std::size_t depth = 0;
    pugi::xml_node walk = document.root();
    for (;;) {
        if (walk.type() == pugi::node_element &&
            (depth > limits::envelopeNesting || ++count > limits::envelopeElements || hasTooManyAttributes(walk)))
            return true;
        if (walk.first_child()) {
            walk = walk.first_child();
            ++depth;
            continue;
        }
        while (walk != document && !walk.next_sibling()) {
            walk = walk.parent();
            --depth;
        }
        if (walk == document) return false;
        walk = walk.next_sibling();
    }
}

class StringWriter : public pugi::xml_writer
{
public:
    explicit StringWriter(std::string& out) : m_out(out) {}
    void write(const void* data, std::size_t size) override { m_out.append(static_cast<const char*>(data), size); }

private:
    std::string& m_out;
};

} // namespace

domain::Result<> load(pugi::xml_document& document, std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        return domain::fail(ErrorKind::Malformed, "read envelope", "the document holds a NUL character");
    const unsigned flags = pugi::parse_escapes | pugi::parse_eol | pugi::parse_cdata | pugi::parse_doctype;
    const auto result = document.load_buffer(text.data(), text.size(), flags, pugi::encoding_utf8);
    if (!result)
        return domain::fail(ErrorKind::Malformed, "read envelope",
                            std::string(result.description()) + " at byte " + std::to_string(result.offset));
    for (const auto node : document.children())
        if (node.type() == pugi::node_doctype)
            return domain::fail(ErrorKind::Malformed, "read envelope", "a document type declaration is refused");
    if (isOutOfBounds(document))
        return domain::fail(ErrorKind::LimitExceeded, "read envelope", "too many elements or attributes, or too deep");
    return {};
}

std::string_view namespaceOf(pugi::xml_node node)
{
    const std::string_view prefix = prefixOf(node.name());
    for (auto scope = node; scope.type() == pugi::node_element; scope = scope.parent())
        for (const auto& attribute : scope.attributes())
            if (declares(attribute, prefix)) return attribute.value();
    return {};
}

std::string_view localName(pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is(pugi::xml_node node, std::string_view ns, std::string_view local)
{
    return node.type() == pugi::node_element && localName(node) == local && namespaceOf(node) == ns;
}

pugi::xml_node child(pugi::xml_node parent, std::string_view ns, std::string_view local)
{
    for (const auto node : parent.children())
        if (is(node, ns, local)) return node;
    return {};
}

std::string childText(pugi::xml_node parent, std::string_view ns, std::string_view local)
{
    return text(child(parent, ns, local));
}

std::string content(pugi::xml_node node)
{
    std::string joined;
    for (const auto child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) joined += child.value();
    return joined;
}

std::string text(pugi::xml_node node) { return domain::toValidUtf8(domain::trimmed(content(node))); }

pugi::xml_node append(pugi::xml_node parent, const char* name, std::string_view text)
{
    auto node = parent.append_child(name);
    if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
    return node;
}

void attribute(pugi::xml_node node, const char* name, std::string_view value)
{
    node.append_attribute(name).set_value(std::string(value).c_str());
}

std::string print(const pugi::xml_document& document)
{
    std::string out;
    StringWriter writer(out);
    document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out;
}

} // namespace drydock::wsman::xml
