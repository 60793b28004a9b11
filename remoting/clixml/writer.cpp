// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/writer.h"

#include "remoting/clixml/primitives.h"
#include "remoting/clixml/text.h"

#include <array>
#include <map>
#include <unordered_map>

namespace drydock::clixml {

namespace {

// Objects below this depth are written as their text, as Windows does at its own depth limit, since readers refuse
// deeper ones.
constexpr std::size_t deepestLevel = 48;

std::string_view containerName(Container container)
{
    constexpr std::array<std::string_view, 6> names{"", "LST", "IE", "QUE", "STK", "DCT"};
    return names[static_cast<std::size_t>(container)];
}

class Writer
{
public:
    void value(const Value& value, const std::string* name = nullptr)
    {
        if (value.type() == Type::Cycle) return cycle(value, name);
        if (value.type() == Type::Progress) return progress(*value.object(), name);
        if (value.object() != nullptr) return object(*value.object(), name);
        primitive(value, name);
    }
    std::string& out() { return m_out; }

private:
    void start(std::string_view element, const std::string* name)
    {
        (m_out += '<') += element;
        if (name == nullptr) return;
        m_out += " N=\"";
        appendEscaped(m_out, *name, true);
        m_out += '"';
    }
    void end(std::string_view element) { ((m_out += "</") += element) += '>'; }
    void refId(std::size_t id) { ((m_out += " RefId=\"") += std::to_string(id)) += '"'; }

    void simple(std::string_view element, std::string_view text, const std::string* name = nullptr)
    {
        start(element, name);
        m_out += '>';
        appendEscaped(m_out, text);
        end(element);
    }

    void primitive(const Value& value, const std::string* name)
    {
        if (!value.isNil()) return simple(elementName(value.type()), value.text(), name);
        start("Nil", name);
        m_out += " />";
    }

    void reference(std::size_t id, const std::string* name)
    {
        start("Ref", name);
        refId(id);
        m_out += " />";
    }

    void cycle(const Value& value, const std::string* name)
    {
        if (const auto target = value.cycleTarget()) return object(*target, name);
        primitive(Value(), name);
    }

    void object(const Object& object, const std::string* name)
    {
        const auto [known, isNew] = m_objects.try_emplace(&object, m_objects.size());
        if (!isNew) return reference(known->second, name);
        if (m_depth >= deepestLevel) {
            m_objects.erase(known);
            return simple("S", object.toString ? *object.toString : object.base.text(), name);
        }
        ++m_depth;
        start("Obj", name);
        refId(known->second);
        m_out += '>';
        types(object.types);
        if (object.toString) simple("ToString", *object.toString);
        if (object.hasBase) value(object.base);
        properties("Props", object.adapted);
        container(object);
        properties("MS", object.extended);
        end("Obj");
        --m_depth;
    }

    void types(const TypeNames& types)
    {
        if (!types || types->empty()) return;
        const auto [known, isNew] = m_types.try_emplace(*types, m_types.size());
        m_out += isNew ? "<TN" : "<TNRef";
        refId(known->second);
        if (!isNew) {
            m_out += " />";
            return;
        }
        m_out += '>';
        for (const std::string& type : *types)
            simple("T", type);
        end("TN");
    }

    void properties(std::string_view element, const std::vector<Property>& properties)
    {
        if (properties.empty()) return;
        start(element, nullptr);
        m_out += '>';
        for (const Property& property : properties)
            value(property.second, &property.first);
        end(element);
    }

    void container(const Object& object)
    {
        if (object.container == Container::None) return;
        static const std::string key = "Key";
        static const std::string content = "Value";
        const std::string_view element = containerName(object.container);
        start(element, nullptr);
        m_out += '>';
        for (const Value& item : object.items)
            value(item);
        for (const auto& [left, right] : object.entries) {
            m_out += "<En>";
            value(left, &key);
            value(right, &content);
            m_out += "</En>";
        }
        end(element);
    }

    // The order of a progress record's parts is fixed. An absent part is empty, an absent number is -1 (none, unknown).
    void progress(const Object& object, const std::string* name)
    {
        struct Part {
            std::string_view element, property, otherwise;
        };
        constexpr std::array<Part, 8> parts{{{"AV", "Activity", ""},
                                             {"AI", "ActivityId", "0"},
                                             {"S", "CurrentOperation", ""},
                                             {"PI", "ParentActivityId", "-1"},
                                             {"PC", "PercentComplete", "-1"},
                                             {"T", "Type", "Processing"},
                                             {"SR", "SecondsRemaining", "-1"},
                                             {"SD", "StatusDescription", ""}}};
        start("PR", name);
        m_out += '>';
        for (const Part& part : parts) {
            const auto found =
                std::find_if(object.extended.begin(), object.extended.end(),
                             [&part](const Property& property) { return property.first == part.property; });
            const bool present = found != object.extended.end() && !found->second.isNil();
            if (!present && part.element == "S")
                primitive(Value(), nullptr);
            else
                simple(part.element, present ? found->second.display() : part.otherwise);
        }
        end("PR");
    }

    std::string m_out;
    std::size_t m_depth = 0;
    std::unordered_map<const Object*, std::size_t> m_objects;
    std::map<std::vector<std::string>, std::size_t> m_types;
};

} // namespace

std::string write(const Value& value)
{
    Writer writer;
    writer.value(value);
    return std::move(writer.out());
}

std::string writeDocument(const std::vector<Value>& values)
{
    Writer writer;
    writer.out() = "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">";
    for (const Value& value : values)
        writer.value(value);
    writer.out() += "</Objs>";
    return std::move(writer.out());
}

} // namespace drydock::clixml
