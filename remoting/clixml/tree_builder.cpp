#include "remoting/clixml/tree_builder.h"

#include "model/domain/names.h"
#include "remoting/clixml/primitives.h"
#include "remoting/clixml/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

namespace drydock::clixml {

using domain::ErrorKind;

namespace {

constexpr std::string_view kNamespace = "http://schemas.microsoft.com/powershell/2004/04";

bool isSpace(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// The decimal number without leading zeros that `id` is, below `bound`.
std::optional<std::size_t> smallNumber(const char* id, std::size_t bound)
{
    if (id[0] < '0' || id[0] > '9' || (id[0] == '0' && id[1] != '\0')) return std::nullopt;
    std::size_t number = 0;
    for (const char* c = id; *c != '\0'; ++c) {
        if (*c < '0' || *c > '9' || number >= bound) return std::nullopt;
        number = number * 10 + static_cast<std::size_t>(*c - '0');
    }
    return number < bound ? std::optional(number) : std::nullopt;
}

std::size_t childCount(pugi::xml_node node)
{
    std::size_t count = 0;
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling())
        ++count;
    return count;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

// Two properties of one name, without case: the later one takes the place of the earlier, as in PowerShell.
void keepLast(std::vector<Property>& properties)
{
    const auto same = [](const Property& a, const Property& b) {
        return a.first.size() == b.first.size() && domain::equalsIgnoringCase(a.first, b.first);
    };
    if (properties.size() <= 24) {
        for (std::size_t i = 1; i < properties.size(); ++i) {
            const auto here = properties.begin() + static_cast<std::ptrdiff_t>(i);
            const auto earlier =
                std::find_if(properties.begin(), here, [&](const Property& p) { return same(p, *here); });
            if (earlier == here) continue;
            *earlier = std::move(*here);
            properties.erase(here);
            --i;
        }
        return;
    }
    std::unordered_map<std::string, std::size_t> places;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < properties.size(); ++i) {
        const auto [place, isNew] = places.try_emplace(lower(properties[i].first), kept);
        if (place->second != i) properties[place->second] = std::move(properties[i]);
        if (isNew) ++kept;
    }
    properties.resize(kept);
}

Container containerOf(Tag tag)
{
    switch (tag) {
    case Tag::List:
        return Container::List;
    case Tag::Enumerable:
        return Container::Enumerable;
    case Tag::Queue:
        return Container::Queue;
    case Tag::Stack:
        return Container::Stack;
    default:
        return Container::None;
    }
}

} // namespace

template <class T> T* TreeBuilder::Table<T>::slot(const char* id, std::size_t bound, bool create)
{
    if (const auto number = smallNumber(id, bound)) {
        if (*number >= byNumber.size()) {
            if (!create) return nullptr;
            byNumber.resize(std::max(*number + 1, std::min(bound, 2 * byNumber.size())));
        }
        return &byNumber[*number];
    }
    if (create) return &byText[id];
    const auto found = byText.find(id);
    return found == byText.end() ? nullptr : &found->second;
}

bool TreeBuilder::fail(pugi::xml_node node, std::string text, ErrorKind kind)
{
    if (m_errorText.empty()) {
        m_errorText = std::move(text);
        m_errorNode = node;
        m_errorKind = kind;
    }
    return false;
}

bool TreeBuilder::isElement(pugi::xml_node node, bool& failed)
{
    const pugi::xml_node_type type = node.type();
    if (type == pugi::node_element) return true;
    if (type == pugi::node_doctype) failed = !fail(node, "document type declarations are refused");
    if ((type == pugi::node_pcdata || type == pugi::node_cdata) && !isSpace(node.value()))
        failed = !fail(node, "text where an element was expected");
    return false;
}

bool TreeBuilder::attributes(pugi::xml_node node, Attributes& out)
{
    for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
        const char* name = a.name();
        if (std::strchr(a.value(), '<') != nullptr) return fail(node, "'<' in an attribute");
        for (pugi::xml_attribute other = node.first_attribute(); other != a; other = other.next_attribute()) {
            if (std::strcmp(other.name(), name) == 0) return fail(node, std::string("attribute ") + name + " twice");
        }
        if (name[0] == 'N' && name[1] == '\0')
            out.name = a.value();
        else if (std::strcmp(name, "RefId") == 0)
            out.refId = a.value();
        else if (std::strcmp(name, "xmlns") == 0 && a.value() != kNamespace)
            return fail(node, "not CLIXML: another namespace");
    }
    return true;
}

bool TreeBuilder::decoded(pugi::xml_node node, std::string_view raw, bool units, std::string& out)
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

bool TreeBuilder::text(pugi::xml_node node, bool units, std::string& out)
{
    const pugi::xml_node first = node.first_child();
    if (!first) return decoded(node, node.child_value(), units, out);
    // Comments and CDATA cut a text in pieces; only here are they put together.
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

bool TreeBuilder::unknown(pugi::xml_node node)
{
    return m_limits.strict ? fail(node, std::string("unknown element ") + node.name()) : passOver(node);
}

bool TreeBuilder::passOver(pugi::xml_node node)
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

bool TreeBuilder::build(pugi::xml_node root, std::vector<Value>& values)
{
    pugi::xml_node container = root;
    bool failed = false;
    std::size_t elements = 0;
    pugi::xml_node document;
    for (pugi::xml_node node = root.first_child(); node; node = node.next_sibling()) {
        if (!isElement(node, failed)) {
            if (failed) return false;
            continue;
        }
        ++elements;
        if (elementOf(node.name()).tag == Tag::Document) document = node;
    }
    if (document) {
        if (elements != 1) return fail(document, "more than one root element");
        Attributes found;
        if (!attributes(document, found)) return false;
        if (m_limits.strict && !document.attribute("xmlns")) return fail(document, "not CLIXML: no namespace");
        const std::string_view version = document.attribute("Version").value();
        if (!version.empty() && version != "1" && !version.starts_with("1."))
            return fail(document, "a version of CLIXML that is not 1");
        if (!isSpace(document.value())) return fail(document, "text where an element was expected");
        container = document;
    }
    values.reserve(document ? childCount(document) : elements);
    for (pugi::xml_node node = container.first_child(); node; node = node.next_sibling()) {
        if (!isElement(node, failed)) {
            if (failed) return false;
            continue;
        }
        Attributes ignored; // for their namespace alone
        if (!attributes(node, ignored) || !value(node, elementOf(node.name()), 0, values.emplace_back())) return false;
    }
    return true;
}

bool TreeBuilder::value(pugi::xml_node node, Element element, std::size_t level, Value& out)
{
    if (m_limits.strict && level > m_limits.depth) return fail(node, "nested too deeply", ErrorKind::LimitExceeded);
    switch (element.tag) {
    case Tag::Primitive:
        return primitive(node, element.type, out);
    case Tag::Object:
        return object(node, level, out);
    case Tag::Reference:
        return reference(node, level, out);
    default:
        return fail(node, level == 0 ? std::string("not CLIXML: element ") + node.name()
                                     : std::string("unknown element ") + node.name());
    }
}

bool TreeBuilder::primitive(pugi::xml_node node, Type type, Value& out)
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

bool TreeBuilder::progress(pugi::xml_node node, Value& out)
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
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        bool failed = false;
        if (!isElement(child, failed)) {
            if (failed) return false;
            continue;
        }
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
    }
    if (next != parts.size()) return fail(node, "a progress record that lacks a part");
    out = Value::progress(std::move(record));
    return true;
}

bool TreeBuilder::reference(pugi::xml_node node, std::size_t level, Value& out)
{
    Attributes found;
    if (!attributes(node, found)) return false;
    if (found.refId == nullptr) return fail(node, "<Ref> without RefId");
    const Named* named = m_objects.slot(found.refId, m_elementBound, false);
    if (named == nullptr || !named->object) return fail(node, std::string("no object has RefId ") + found.refId);
    if (!named->open) m_reach = std::max(m_reach, level + named->height);
    // A tower of references is as deep for those who walk it, or free it, as nested elements are.
    if (m_reach > m_limits.nesting) return fail(node, "references nested too deeply", ErrorKind::LimitExceeded);
    out = named->open ? Value::cycle(named->object, named->level) : Value(std::shared_ptr<const Object>(named->object));
    return true;
}

bool TreeBuilder::object(pugi::xml_node node, std::size_t level, Value& out)
{
    if (level > m_limits.depth) return fail(node, "objects nested too deeply", ErrorKind::LimitExceeded);
    Attributes found;
    if (!attributes(node, found)) return false;
    if (!isSpace(node.value())) return fail(node, "text where an element was expected");
    auto object = std::make_shared<Object>();
    if (found.refId != nullptr) *m_objects.slot(found.refId, m_elementBound, true) = Named{object, level, 0, true};
    const std::size_t reachOutside = std::exchange(m_reach, level);
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        bool failed = false;
        if (!isElement(child, failed)) {
            if (failed) return false;
            continue;
        }
        if (!part(child, *object, level)) return false;
    }
    if (found.refId != nullptr) {
        Named* named = m_objects.slot(found.refId, m_elementBound, false);
        if (named->object == object) {
            named->open = false;
            named->height = m_reach - level;
        }
    }
    m_reach = std::max(m_reach, reachOutside);
    out = Value(std::shared_ptr<const Object>(std::move(object)));
    return true;
}

bool TreeBuilder::part(pugi::xml_node node, Object& object, std::size_t level)
{
    const Element element = elementOf(node.name());
    switch (element.tag) {
    case Tag::TypeList:
        return typeNames(node, object.types);
    case Tag::TypeReference:
        return typeReference(node, object.types);
    case Tag::ToString:
        return text(node, true, object.toString.emplace());
    case Tag::Props:
        object.adapted.clear();
        return properties(node, object.adapted, level);
    case Tag::Members:
        return properties(node, object.extended, level);
    case Tag::List:
    case Tag::Enumerable:
    case Tag::Queue:
    case Tag::Stack:
        return items(node, containerOf(element.tag), object, level);
    case Tag::Dictionary:
        return entries(node, object, level);
    case Tag::Primitive:
        if (element.type == Type::Nil) return unknown(node);
        object.container = Container::None; // an object is a value or a container, the later one counts
        object.items.clear();
        object.entries.clear();
        object.hasBase = true;
        return primitive(node, element.type, object.base);
    case Tag::Object: { // PowerShell reads an object here and shows nothing of it
        Value ignored;
        return value(node, element, level + 1, ignored);
    }
    default:
        return unknown(node);
    }
}

bool TreeBuilder::typeNames(pugi::xml_node node, TypeNames& out)
{
    Attributes found;
    if (!attributes(node, found)) return false;
    if (!isSpace(node.value())) return fail(node, "text where an element was expected");
    auto names = std::make_shared<std::vector<std::string>>();
    names->reserve(childCount(node));
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        bool failed = false;
        if (!isElement(child, failed)) {
            if (failed) return false;
            continue;
        }
        if (std::strcmp(child.name(), "T") != 0) {
            if (!unknown(child)) return false;
            continue;
        }
        if (!text(child, true, names->emplace_back())) return false;
        if (names->back().empty()) names->pop_back();
    }
    out = std::move(names);
    if (found.refId != nullptr) *m_types.slot(found.refId, m_elementBound, true) = out;
    return true;
}

bool TreeBuilder::typeReference(pugi::xml_node node, TypeNames& out)
{
    Attributes found;
    if (!attributes(node, found)) return false;
    const TypeNames* types = found.refId != nullptr ? m_types.slot(found.refId, m_elementBound, false) : nullptr;
    if (types == nullptr || *types == nullptr) return fail(node, "<TNRef> to no type list");
    out = *types;
    return true;
}

bool TreeBuilder::properties(pugi::xml_node node, std::vector<Property>& out, std::size_t level)
{
    if (!isSpace(node.value())) return fail(node, "text where an element was expected");
    const std::size_t count = childCount(node);
    if (out.size() + count > m_limits.properties)
        return fail(node, "more properties than accepted", ErrorKind::LimitExceeded);
    out.reserve(out.size() + count);
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        bool failed = false;
        if (!isElement(child, failed)) {
            if (failed) return false;
            continue;
        }
        if (!members(child, elementOf(child.name()), out, level)) return false;
    }
    keepLast(out);
    return true;
}

bool TreeBuilder::members(pugi::xml_node node, Element element, std::vector<Property>& out, std::size_t level)
{
    if (element.tag == Tag::Members) return passOver(node); // a set of properties: PowerShell lists none of them
    if (element.tag != Tag::Primitive && element.tag != Tag::Object && element.tag != Tag::Reference)
        return unknown(node);
    Attributes found;
    if (!attributes(node, found)) return false;
    if (found.name == nullptr) return fail(node, "a property without a name");
    if (std::strcmp(found.name, "SerializationData") == 0)
        return true; // the binary form of the same object, for .NET alone
    Property& property = out.emplace_back();
    if (!decoded(node, found.name, true, property.first)) return false;
    if (property.first.empty() && m_limits.strict) return fail(node, "a property without a name");
    return value(node, element, level + 1, property.second);
}

bool TreeBuilder::items(pugi::xml_node node, Container container, Object& object, std::size_t level)
{
    if (!isSpace(node.value())) return fail(node, "text where an element was expected");
    object.base = Value();
    object.hasBase = false;
    object.container = container;
    object.entries.clear();
    object.items.clear();
    object.items.reserve(childCount(node));
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        bool failed = false;
        if (!isElement(child, failed)) {
            if (failed) return false;
            continue;
        }
        const Element element = elementOf(child.name());
        const bool known = element.tag == Tag::Primitive || element.tag == Tag::Object || element.tag == Tag::Reference;
        if (!(known ? value(child, element, level + 1, object.items.emplace_back()) : unknown(child))) return false;
    }
    return true;
}

bool TreeBuilder::entries(pugi::xml_node node, Object& object, std::size_t level)
{
    if (!isSpace(node.value())) return fail(node, "text where an element was expected");
    object.base = Value();
    object.hasBase = false;
    object.container = Container::Dictionary;
    object.items.clear();
    object.entries.clear();
    object.entries.reserve(childCount(node));
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        bool failed = false;
        if (!isElement(child, failed)) {
            if (failed) return false;
            continue;
        }
        if (std::strcmp(child.name(), "En") != 0) return fail(child, "a dictionary holds entries");
        if (!entry(child, object.entries.emplace_back(), level)) return false;
    }
    return true;
}

bool TreeBuilder::entry(pugi::xml_node node, std::pair<Value, Value>& out, std::size_t level)
{
    int count = 0;
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        bool failed = false;
        if (!isElement(child, failed)) {
            if (failed) return false;
            continue;
        }
        Attributes found;
        if (!attributes(child, found)) return false;
        if (count == 2 || found.name == nullptr || std::strcmp(found.name, count == 0 ? "Key" : "Value") != 0)
            return fail(child, "an entry is a Key and a Value");
        if (!value(child, elementOf(child.name()), level + 1, count == 0 ? out.first : out.second)) return false;
        ++count;
    }
    if (count != 2) return fail(node, "an entry is a Key and a Value");
    return out.first.isNil() ? fail(node, "an entry's key is null") : true;
}

} // namespace drydock::clixml
