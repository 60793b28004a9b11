// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/tree_builder.h"

#include "remoting/clixml/property_names.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

namespace drydock::clixml {

using domain::ErrorKind;

namespace {

std::size_t childCount(pugi::xml_node node)
{
    std::size_t count = 0;
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling())
        ++count;
    return count;
}

std::size_t descendantCount(pugi::xml_node top)
{
    std::size_t count = 0;
    for (pugi::xml_node node = top.first_child(); node;) {
        ++count;
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != top && !node.next_sibling())
            node = node.parent();
        node = node == top ? pugi::xml_node() : node.next_sibling();
    }
    return count;
}

constexpr std::size_t allocationBytes = 32; // what the heap adds, and the counters of a shared pointer

// Returns the bytes that a string takes beside itself.
std::size_t heapOf(const std::string& text)
{
    constexpr std::size_t inside = 15; // the longest text that std::string keeps in itself
    return text.size() > inside ? text.size() + allocationBytes : 0;
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

bool TreeBuilder::charge(pugi::xml_node node, const Footprint& more)
{
    m_footprint.add(more);
    if (m_footprint.memory <= m_limits.memory) return true;
    return m_reader.fail(node, "more memory than accepted", ErrorKind::LimitExceeded);
}

bool TreeBuilder::chargeText(pugi::xml_node node, const std::string& text)
{
    return charge(node, {heapOf(text), text.size()});
}

bool TreeBuilder::build(pugi::xml_node root, std::vector<Value>& values)
{
    std::size_t elements = 0;
    std::vector<pugi::xml_node> documents;
    const bool read = m_reader.eachElement(root, [&](pugi::xml_node node) {
        ++elements;
        if (elementOf(node.name()).tag != Tag::Document) return true;
        documents.push_back(node);
        const bool single = documents.size() == 1 || m_limits.severalDocuments;
        return single || m_reader.fail(node, "more than one root element");
    });
    if (!read) return false;
    if (elements == 0 && m_limits.strict) return m_reader.fail(root, "there is no root element");
    if (documents.empty()) return topLevelValues(root, values);
    if (elements != documents.size()) return m_reader.fail(documents.front(), "more than one root element");
    for (const pugi::xml_node document : documents) {
        if (documents.size() > 1) { // RefIds begin anew, and a table grows with its own document alone
            const std::size_t bound = descendantCount(document);
            m_objects.reset(bound);
            m_types.reset(bound);
        }
        if (!documentValues(document, values)) return false;
    }
    return true;
}

bool TreeBuilder::documentValues(pugi::xml_node document, std::vector<Value>& values)
{
    ElementReader::Attributes found;
    if (!m_reader.attributes(document, found)) return false;
    if (m_limits.strict && !document.attribute("xmlns")) return m_reader.fail(document, "not CLIXML: no namespace");
    const std::string_view version = document.attribute("Version").value();
    if (!version.empty() && version != "1" && !version.starts_with("1."))
        return m_reader.fail(document, "a version of CLIXML that is not 1");
    return m_reader.holdsNoText(document) && topLevelValues(document, values);
}

bool TreeBuilder::topLevelValues(pugi::xml_node container, std::vector<Value>& values)
{
    values.reserve(values.size() + childCount(container));
    return m_reader.eachElement(container, [&](pugi::xml_node node) {
        ElementReader::Attributes ignored; // checks their namespace only
        return m_reader.attributes(node, ignored) && charge(node, {2 * sizeof(Value), 0}) &&
               value(node, elementOf(node.name()), 0, values.emplace_back());
    });
}

bool TreeBuilder::value(pugi::xml_node node, Element element, std::size_t level, Value& out)
{
    if (m_limits.strict && level > m_limits.depth)
        return m_reader.fail(node, "nested too deeply", ErrorKind::LimitExceeded);
    switch (element.tag) {
    case Tag::Primitive:
        return primitive(node, element.type, out);
    case Tag::Object: {
        std::shared_ptr<Object> read;
        if (!object(node, level, read)) return false;
        out = Value(std::shared_ptr<const Object>(std::move(read)));
        return true;
    }
    case Tag::Reference:
        return reference(node, level, out);
    default:
        return m_reader.fail(node, level == 0 ? std::string("not CLIXML: element ") + node.name()
                                              : std::string("unknown element ") + node.name());
    }
}

bool TreeBuilder::primitive(pugi::xml_node node, Type type, Value& out)
{
    if (!m_reader.primitive(node, type, out)) return false;
    if (type != Type::Progress) return chargeText(node, out.text());
    std::size_t parts = 0;
    for (const Property& part : out.object()->extended)
        parts += heapOf(part.first) + heapOf(part.second.text());
    return charge(node, {sizeof(Object) + allocationBytes + 16 * sizeof(Property) + parts, parts});
}

bool TreeBuilder::reference(pugi::xml_node node, std::size_t level, Value& out)
{
    ElementReader::Attributes found;
    if (!m_reader.attributes(node, found)) return false;
    if (found.refId == nullptr) return m_reader.fail(node, "<Ref> without RefId");
    const Named* named = m_objects.find(found.refId);
    if (named == nullptr || !named->object)
        return m_reader.fail(node, std::string("no object has RefId ") + found.refId);
    if (!named->open) m_reach = std::max(m_reach, level + named->height);
    if (!charge(node, named->open ? Footprint{sizeof(Object) + 3 * allocationBytes, 0} : named->footprint))
        return false;
    // Nested references recurse as deeply as nested elements when the tree is walked or freed.
    if (m_reach > m_limits.nesting)
        return m_reader.fail(node, "references nested too deeply", ErrorKind::LimitExceeded);
    out = named->open ? Value::cycle(named->object, named->level) : Value(std::shared_ptr<const Object>(named->object));
    return true;
}

bool TreeBuilder::object(pugi::xml_node node, std::size_t level, std::shared_ptr<Object>& out, Inner* outer)
{
    if (level > m_limits.depth) return m_reader.fail(node, "objects nested too deeply", ErrorKind::LimitExceeded);
    ElementReader::Attributes found;
    if (!m_reader.attributes(node, found)) return false;
    if (!m_reader.holdsNoText(node)) return false;
    const Footprint before = m_footprint;
    if (!charge(node, {sizeof(Object) + allocationBytes, 0})) return false;
    out = std::make_shared<Object>();
    if (found.refId != nullptr) m_objects.at(found.refId) = Named{out, level, 0, true, {}};
    const std::size_t reachOutside = std::exchange(m_reach, level);
    Inner inner;
    if (!m_reader.eachElement(node, [&](pugi::xml_node child) { return part(child, *out, inner, level); }))
        return false;
    if (inner.object && !inherit(node, *out, inner)) return false;
    if (outer) {
        outer->hasProps = inner.hidesAdapted || inner.hasProps;
        outer->hidden = std::move(inner.hidden);
    }
    keepLast(out->adapted); // once an object, so that the time is linear however many <MS> it has
    keepLast(out->extended);
    if (found.refId != nullptr) {
        Named* named = m_objects.find(found.refId);
        if (named->object == out) {
            named->open = false;
            named->height = m_reach - level;
            named->footprint = m_footprint.since(before);
        }
    }
    m_reach = std::max(m_reach, reachOutside);
    return true;
}

// Gives the object what it leaves to the one inside it. Extended properties of both count, and its own win; but those
// of the inner one do not count where it comes behind <ToString> or <Props> of the outer one and any of them has
// <Props>.
bool TreeBuilder::inherit(pugi::xml_node node, Object& object, Inner& inner)
{
    // It is copied only where a reference may lead to it.
    const bool shared = inner.object.use_count() > 1;
    if (shared && !charge(node, inner.footprint)) return false;
    Object base = shared ? *inner.object : std::move(*inner.object);
    if (!object.types) object.types = std::move(base.types);
    if (!object.toString) object.toString = std::move(base.toString);
    if (!inner.hidesAdapted) object.adapted = std::move(base.adapted);
    std::ranges::move(base.extended, std::back_inserter(inner.hidden));
    if (!inner.comesLater || !(inner.hidesAdapted || inner.hasProps)) {
        std::ranges::move(object.extended, std::back_inserter(inner.hidden));
        object.extended = std::exchange(inner.hidden, {});
    }
    object.base = std::move(base.base);
    object.hasBase = base.hasBase;
    object.container = base.container;
    object.items = std::move(base.items);
    object.entries = std::move(base.entries);
    return true;
}

// An object has one base: a value, a container or another object. Of several the last one counts.
void TreeBuilder::forgetBase(Object& object, Inner& inner)
{
    object.base = Value();
    object.hasBase = false;
    object.container = Container::None;
    object.items.clear();
    object.entries.clear();
    inner.object.reset();
    inner.hasProps = false;
    inner.hidden.clear();
}

bool TreeBuilder::part(pugi::xml_node node, Object& object, Inner& inner, std::size_t level)
{
    const Element element = elementOf(node.name());
    switch (element.tag) {
    case Tag::TypeList:
        return typeNames(node, object.types);
    case Tag::TypeReference:
        return typeReference(node, object.types);
    case Tag::ToString:
        return m_reader.text(node, true, object.toString.emplace()) && chargeText(node, *object.toString);
    case Tag::Props:
        object.adapted.clear();
        inner.hidesAdapted = true;
        return properties(node, object.adapted, level);
    case Tag::Members:
        return properties(node, object.extended, level);
    case Tag::List:
    case Tag::Enumerable:
    case Tag::Queue:
    case Tag::Stack:
        forgetBase(object, inner);
        return items(node, containerOf(element.tag), object, level);
    case Tag::Dictionary:
        forgetBase(object, inner);
        return entries(node, object, level);
    case Tag::Primitive:
        if (element.type == Type::Nil) return m_reader.unknown(node);
        forgetBase(object, inner);
        object.hasBase = true;
        return primitive(node, element.type, object.base);
    case Tag::Object: {
        forgetBase(object, inner);
        const Footprint before = m_footprint;
        inner.comesLater = object.toString || inner.hidesAdapted;
        if (!this->object(node, level + 1, inner.object, &inner)) return false;
        inner.footprint = m_footprint.since(before);
        return true;
    }
    default:
        return m_reader.unknown(node);
    }
}

bool TreeBuilder::typeNames(pugi::xml_node node, TypeNames& out)
{
    ElementReader::Attributes found;
    if (!m_reader.attributes(node, found)) return false;
    if (!m_reader.holdsNoText(node)) return false;
    auto names = std::make_shared<std::vector<std::string>>();
    names->reserve(childCount(node));
    const bool read = m_reader.eachElement(node, [&](pugi::xml_node child) {
        if (std::strcmp(child.name(), "T") != 0) return m_reader.unknown(child);
        if (!m_reader.text(child, true, names->emplace_back())) return false;
        if (!charge(child, {sizeof(std::string) + heapOf(names->back()), names->back().size()})) return false;
        if (names->back().empty()) names->pop_back();
        return true;
    });
    if (!read) return false;
    out = std::move(names);
    if (found.refId != nullptr) m_types.at(found.refId) = out;
    return true;
}

bool TreeBuilder::typeReference(pugi::xml_node node, TypeNames& out)
{
    ElementReader::Attributes found;
    if (!m_reader.attributes(node, found)) return false;
    const TypeNames* types = found.refId != nullptr ? m_types.find(found.refId) : nullptr;
    if (types == nullptr || *types == nullptr) return m_reader.fail(node, "<TNRef> to no type list");
    out = *types;
    return true;
}

bool TreeBuilder::properties(pugi::xml_node node, std::vector<Property>& out, std::size_t level)
{
    if (!m_reader.holdsNoText(node)) return false;
    const std::size_t count = childCount(node);
    if (out.size() + count > m_limits.properties)
        return m_reader.fail(node, "more properties than accepted", ErrorKind::LimitExceeded);
    if (out.empty()) out.reserve(count);
    return m_reader.eachElement(
        node, [&](pugi::xml_node child) { return members(child, elementOf(child.name()), out, level); });
}

bool TreeBuilder::members(pugi::xml_node node, Element element, std::vector<Property>& out, std::size_t level)
{
    if (element.tag == Tag::Members) return m_reader.passOver(node); // a property set, which PowerShell does not list
    if (element.tag != Tag::Primitive && element.tag != Tag::Object && element.tag != Tag::Reference)
        return m_reader.unknown(node);
    ElementReader::Attributes found;
    if (!m_reader.attributes(node, found)) return false;
    if (found.name == nullptr) return m_reader.fail(node, "a property without a name");
    if (std::strcmp(found.name, "SerializationData") == 0)
        return true; // the same object in a binary form that only .NET reads
    Property& property = out.emplace_back();
    if (!m_reader.decoded(node, found.name, true, property.first)) return false;
    if (!charge(node, {2 * sizeof(Property) + heapOf(property.first), 0})) return false;
    if (property.first.empty() && m_limits.strict) return m_reader.fail(node, "a property without a name");
    return value(node, element, level + 1, property.second);
}

bool TreeBuilder::items(pugi::xml_node node, Container container, Object& object, std::size_t level)
{
    if (!m_reader.holdsNoText(node)) return false;
    object.container = container;
    object.items.reserve(childCount(node));
    return m_reader.eachElement(node, [&](pugi::xml_node child) {
        const Element element = elementOf(child.name());
        const bool known = element.tag == Tag::Primitive || element.tag == Tag::Object || element.tag == Tag::Reference;
        if (!known) return m_reader.unknown(child);
        return charge(child, {sizeof(Value), 0}) && value(child, element, level + 1, object.items.emplace_back());
    });
}

bool TreeBuilder::entries(pugi::xml_node node, Object& object, std::size_t level)
{
    if (!m_reader.holdsNoText(node)) return false;
    object.container = Container::Dictionary;
    object.entries.reserve(childCount(node));
    return m_reader.eachElement(node, [&](pugi::xml_node child) {
        if (std::strcmp(child.name(), "En") != 0) return m_reader.fail(child, "a dictionary holds entries");
        return charge(child, {2 * sizeof(Value), 0}) && entry(child, object.entries.emplace_back(), level);
    });
}

bool TreeBuilder::entry(pugi::xml_node node, std::pair<Value, Value>& out, std::size_t level)
{
    int count = 0;
    const bool read = m_reader.eachElement(node, [&](pugi::xml_node child) {
        ElementReader::Attributes found;
        if (!m_reader.attributes(child, found)) return false;
        if (count == 2 || found.name == nullptr || std::strcmp(found.name, count == 0 ? "Key" : "Value") != 0)
            return m_reader.fail(child, "an entry is a Key and a Value");
        return value(child, elementOf(child.name()), level + 1, count++ == 0 ? out.first : out.second);
    });
    if (!read) return false;
    if (count != 2) return m_reader.fail(node, "an entry is a Key and a Value");
    return out.first.isNil() ? m_reader.fail(node, "an entry's key is null") : true;
}

} // namespace drydock::clixml
