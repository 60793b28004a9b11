// Parsed XML to values: shared type lists, shared objects, cycles marked, limits kept. One document, then thrown away.
#pragma once

#include "model/domain/error.h"
#include "remoting/clixml/limits.h"
#include "remoting/clixml/tags.h"
#include "remoting/clixml/value.h"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace drydock::clixml {

class TreeBuilder
{
public:
    TreeBuilder(const Limits& limits, std::size_t elementBound) : m_limits(limits), m_elementBound(elementBound) {}

    // All functions below: false = an error was noted, the first one counts.
    [[nodiscard]] bool build(pugi::xml_node root, std::vector<Value>& values);

    [[nodiscard]] domain::ErrorKind errorKind() const noexcept { return m_errorKind; }
    [[nodiscard]] const std::string& errorText() const noexcept { return m_errorText; }
    [[nodiscard]] pugi::xml_node errorNode() const noexcept { return m_errorNode; }

private:
    struct Named {
        std::shared_ptr<Object> object;
        std::size_t level = 0;
        std::size_t height = 0; // levels below it, references followed
        bool open = false;      // its end tag has not come yet
    };
    // Things by RefId: small numbers by index, anything else by text.
    template <class T> struct Table {
        std::vector<T> byNumber;
        std::unordered_map<std::string, T> byText;
        T* slot(const char* id, std::size_t bound, bool create);
    };
    // The attributes that mean something, raw.
    struct Attributes {
        const char* name = nullptr;
        const char* refId = nullptr;
    };

    bool value(pugi::xml_node node, Element element, std::size_t level, Value& out);
    bool primitive(pugi::xml_node node, Type type, Value& out);
    bool progress(pugi::xml_node node, Value& out);
    bool object(pugi::xml_node node, std::size_t level, Value& out);
    bool part(pugi::xml_node node, Object& object, std::size_t level);
    bool reference(pugi::xml_node node, std::size_t level, Value& out);
    bool typeNames(pugi::xml_node node, TypeNames& out);
    bool typeReference(pugi::xml_node node, TypeNames& out);
    bool properties(pugi::xml_node node, std::vector<Property>& out, std::size_t level);
    bool members(pugi::xml_node node, Element element, std::vector<Property>& out, std::size_t level);
    bool items(pugi::xml_node node, Container container, Object& object, std::size_t level);
    bool entries(pugi::xml_node node, Object& object, std::size_t level);
    bool entry(pugi::xml_node node, std::pair<Value, Value>& out, std::size_t level);

    bool attributes(pugi::xml_node node, Attributes& out);
    bool text(pugi::xml_node node, bool units, std::string& out);
    bool decoded(pugi::xml_node node, std::string_view raw, bool units, std::string& out);
    bool unknown(pugi::xml_node node);
    bool passOver(pugi::xml_node node); // bounded, whatever stands below it
    // Whether `node` is an element; text between elements is an error, anything else is passed over.
    bool isElement(pugi::xml_node node, bool& failed);
    bool fail(pugi::xml_node node, std::string text, domain::ErrorKind kind = domain::ErrorKind::Malformed);

    const Limits& m_limits;
    std::size_t m_elementBound;
    Table<Named> m_objects;
    Table<TypeNames> m_types;
    std::size_t m_reach = 0; // the deepest level that the object being read holds so far
    domain::ErrorKind m_errorKind = domain::ErrorKind::Malformed;
    std::string m_errorText;
    pugi::xml_node m_errorNode;
};

} // namespace drydock::clixml
