// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/json.h"

#include "model/domain/strings.h"
#include "remoting/clixml/primitives.h"
#include "remoting/clixml/text.h"
#include "remoting/limits.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

namespace drydock::clixml {

namespace {

// Appends a JSON string. A lone surrogate, which UTF-8 cannot carry, becomes its escape.
void appendString(std::string& out, std::string_view text)
{
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t start = i;
        const char32_t c = nextCodePoint(text, i);
        if (c == '"' || c == '\\')
            (out += '\\') += static_cast<char>(c);
        else if (c < 0x20 || c == 0x7F || (c >= 0xD800 && c <= 0xDFFF))
            domain::appendHex4(out += "\\u", c, domain::lowerHexDigits);
        else
            out.append(text, start, i - start);
    }
    out += '"';
}

std::string_view shownName(Type type)
{
    switch (type) { // PowerShell reads a script block as text and does not show a secret
    case Type::ScriptBlock:
    case Type::SemanticVersion:
        return "S";
    case Type::Nil:
        return "Nil";
    default:
        return elementName(type);
    }
}

class Printer
{
public:
    bool values(const std::vector<Value>& values)
    {
        return sequence('[', ']', values, [this](const Value& value) { return print(value); });
    }
    std::string take() { return std::move(m_out); }

private:
    bool print(const Value& value)
    {
        if (++m_count > limits::printedValues || m_out.size() > limits::printedBytes) return false;
        if (value.type() == Type::Progress) return (m_out += "{}", true);
        if (value.type() == Type::Cycle) return cycle(value);
        if (value.object() != nullptr) return object(*value.object());
        primitive(value);
        return true;
    }

    void primitive(const Value& value)
    {
        m_out += "{\"type\":\"";
        m_out += shownName(value.type());
        m_out += '"';
        if (!value.isNil()) {
            m_out += ",\"text\":";
            const auto canonical = canonicalText(value.type(), value.text());
            appendString(m_out, value.type() == Type::SecureString ? "" : canonical ? *canonical : value.text());
        }
        m_out += '}';
    }

    bool cycle(const Value& value)
    {
        if (const auto target = value.cycleTarget()) return object(*target);
        m_out += "{\"ref\":" + value.text() + '}';
        return true;
    }

    static bool bare(const Object& object, const std::vector<const Property*>& properties)
    {
        return object.hasBase && !object.base.object() && !object.toString && properties.empty() && !hasTypes(object);
    }
    static bool hasTypes(const Object& object) { return object.types && !object.types->empty(); }

    bool object(const Object& object)
    {
        if (const auto open = std::find(m_open.begin(), m_open.end(), &object); open != m_open.end()) {
            m_out += "{\"ref\":" + std::to_string(open - m_open.begin()) + '}';
            return true;
        }
        if (m_open.size() == limits::printedDepth) return false;
        const std::vector<const Property*> properties = shown(object);
        if (bare(object, properties)) return (primitive(object.base), true);
        m_open.push_back(&object);
        m_out += '{';
        m_first = true;
        bool done = true;
        if (hasTypes(object)) {
            key("types");
            done = sequence('[', ']', *object.types, [this](const std::string& type) {
                return (appendString(m_out, withoutPrefix(type)), true);
            });
        }
        if (object.toString) key("toString"), appendString(m_out, *object.toString);
        if (object.hasBase && object.base.type() != Type::Progress) key("value"), primitive(object.base);
        done = done && this->properties(properties) && contents(object);
        m_out += '}';
        m_first = false;
        m_open.pop_back();
        return done;
    }

    // Returns the adapted properties that no extended property of the same spelling hides, then the extended ones.
    static std::vector<const Property*> shown(const Object& object)
    {
        std::unordered_set<std::string_view> extended;
        if (!object.adapted.empty()) {
            for (const Property& property : object.extended)
                extended.insert(property.first);
        }
        std::vector<const Property*> properties;
        for (const Property& property : object.adapted) {
            if (!extended.contains(property.first)) properties.push_back(&property);
        }
        for (const Property& property : object.extended)
            properties.push_back(&property);
        std::erase_if(properties, [](const Property* property) { return property->first == "SerializationData"; });
        return properties;
    }

    bool properties(const std::vector<const Property*>& properties)
    {
        if (properties.empty()) return true;
        key("properties");
        return sequence('{', '}', properties, [this](const Property* property) {
            appendString(m_out, property->first);
            m_out += ':';
            return print(property->second);
        });
    }

    bool contents(const Object& object)
    {
        if (object.container == Container::None) return true;
        if (object.container != Container::Dictionary) {
            key("items");
            return sequence('[', ']', object.items, [this](const Value& value) { return print(value); });
        }
        key("entries");
        return sequence('[', ']', object.entries, [this](const std::pair<Value, Value>& entry) {
            m_out += '[';
            if (!print(entry.first)) return false;
            m_out += ',';
            if (!print(entry.second)) return false;
            m_out += ']';
            return true;
        });
    }

    void key(std::string_view name)
    {
        if (!m_first) m_out += ',';
        m_first = false;
        ((m_out += '"') += name) += "\":";
    }

    template <class T, class Print> bool sequence(char open, char close, const std::vector<T>& elements, Print print)
    {
        m_out += open;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (i > 0) m_out += ',';
            if (!print(elements[i])) return false;
        }
        m_out += close;
        m_first = false;
        return true;
    }

    std::string m_out;
    std::size_t m_count = 0;
    bool m_first = true; // no key of the current object has been written yet
    std::vector<const Object*> m_open;
};

} // namespace

domain::Result<std::string> toJson(const std::vector<Value>& values)
{
    Printer printer;
    if (!printer.values(values))
        return domain::fail(domain::ErrorKind::LimitExceeded, "print CLIXML", "more values than accepted");
    return printer.take();
}

} // namespace drydock::clixml
