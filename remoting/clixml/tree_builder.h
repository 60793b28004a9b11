// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Builds values from parsed XML: shared type lists and objects, marked cycles, within limits. One builder reads one
// document.
#pragma once

#include "model/domain/error.h"
#include "remoting/clixml/element_reader.h"
#include "remoting/clixml/footprint.h"
#include "remoting/clixml/limits.h"
#include "remoting/clixml/reference_table.h"
#include "remoting/clixml/tags.h"
#include "remoting/clixml/value.h"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace drydock::clixml {

class TreeBuilder
{
public:
    TreeBuilder(const Limits& limits, std::size_t elementBound)
        : m_limits(limits), m_reader(limits), m_objects(elementBound), m_types(elementBound)
    {
    }

    // Appends the top-level values. Returns false after an error; the functions below describe the first one.
    [[nodiscard]] bool build(pugi::xml_node root, std::vector<Value>& values);

    [[nodiscard]] const Footprint& footprint() const noexcept { return m_footprint; }
    [[nodiscard]] domain::ErrorKind errorKind() const noexcept { return m_reader.errorKind(); }
    [[nodiscard]] const std::string& errorText() const noexcept { return m_reader.errorText(); }
    [[nodiscard]] pugi::xml_node errorNode() const noexcept { return m_reader.errorNode(); }

private:
    struct Named {
        std::shared_ptr<Object> object;
        std::size_t level = 0;
        std::size_t height = 0; // levels below this object, with references followed
        bool open = false;      // its end tag has not been read yet
        Footprint footprint;
    };
    // The object that stands directly in another one, as its base.
    struct Inner {
        std::shared_ptr<Object> object;
        bool hidesAdapted = false;    // the outer object has <Props> of its own, if only empty ones
        bool comesLater = false;      // behind <ToString> or <Props> of the outer one
        bool hasProps = false;        // it has <Props>, or one further inside
        std::vector<Property> hidden; // extended properties that it does not take from one further inside
        Footprint footprint;
    };

    // `document`: an <Objs>.
    bool documentValues(pugi::xml_node document, std::vector<Value>& values);
    bool topLevelValues(pugi::xml_node container, std::vector<Value>& values);
    bool value(pugi::xml_node node, Element element, std::size_t level, Value& out);
    // `outer`: of the object that it is the base of.
    bool object(pugi::xml_node node, std::size_t level, std::shared_ptr<Object>& out, Inner* outer = nullptr);
    bool part(pugi::xml_node node, Object& object, Inner& inner, std::size_t level);
    bool inherit(pugi::xml_node node, Object& object, Inner& inner);
    static void forgetBase(Object& object, Inner& inner);
    bool primitive(pugi::xml_node node, Type type, Value& out);
    bool reference(pugi::xml_node node, std::size_t level, Value& out);
    bool typeNames(pugi::xml_node node, TypeNames& out);
    bool typeReference(pugi::xml_node node, TypeNames& out);
    bool properties(pugi::xml_node node, std::vector<Property>& out, std::size_t level);
    bool members(pugi::xml_node node, Element element, std::vector<Property>& out, std::size_t level);
    bool items(pugi::xml_node node, Container container, Object& object, std::size_t level);
    bool entries(pugi::xml_node node, Object& object, std::size_t level);
    bool entry(pugi::xml_node node, std::pair<Value, Value>& out, std::size_t level);

    // Counts what the node has become. Returns false beyond the limit of memory.
    bool charge(pugi::xml_node node, const Footprint& more);
    bool chargeText(pugi::xml_node node, const std::string& text);

    const Limits& m_limits;
    ElementReader m_reader;
    Footprint m_footprint;
    ReferenceTable<Named> m_objects;
    ReferenceTable<TypeNames> m_types;
    std::size_t m_reach = 0; // the deepest level inside the object that is being read
};

} // namespace drydock::clixml
