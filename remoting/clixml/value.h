// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A PowerShell object as CLIXML carries it: an immutable tree of shared nodes, in which a thousand references cost one
// object.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::clixml {

// The element that carried the value (MS-PSRP 2.2.5.1 and 2.2.5.2). Cycle marks an object inside itself.
enum class Type {
    Nil,
    String,
    Char,
    Boolean,
    DateTime,
    TimeSpan,
    Byte,
    SByte,
    UInt16,
    Int16,
    UInt32,
    Int32,
    UInt64,
    Int64,
    Single,
    Double,
    Decimal,
    ByteArray,
    Guid,
    Uri,
    Version,
    SemanticVersion,
    Xml,
    ScriptBlock,
    SecureString,
    Progress,
    Object,
    Cycle,
};

enum class Container { None, List, Enumerable, Queue, Stack, Dictionary };

struct Object;
using TypeNames = std::shared_ptr<const std::vector<std::string>>; // most derived first; shared by objects of one kind

// One value. A primitive keeps its text as it was written, with _xHHHH_ decoded, so that a number or date that cannot
// be read is not lost. Text is UTF-8; a lone surrogate half is kept as WTF-8.
class Value
{
public:
    Value() = default; // Nil
    Value(Type type, std::string text) : m_type(type), m_text(std::move(text)) {}
    explicit Value(std::shared_ptr<const Object> object) : m_type(Type::Object), m_object(std::move(object)) {}

    // Values for the arguments of commands.
    [[nodiscard]] static Value string(std::string text) { return {Type::String, std::move(text)}; }
    [[nodiscard]] static Value boolean(bool value) { return {Type::Boolean, value ? "true" : "false"}; }
    [[nodiscard]] static Value int32(std::int32_t value) { return {Type::Int32, std::to_string(value)}; }
    [[nodiscard]] static Value int64(std::int64_t value) { return {Type::Int64, std::to_string(value)}; }
    [[nodiscard]] static Value guid(std::string text) { return {Type::Guid, std::move(text)}; }
    [[nodiscard]] static Value version(std::string text) { return {Type::Version, std::move(text)}; }
    [[nodiscard]] static Value dateTime(std::string iso) { return {Type::DateTime, std::move(iso)}; }
    [[nodiscard]] static Value object(Object object);
    [[nodiscard]] static Value list(std::vector<Value> items); // System.Object[]
    // An enum as Windows writes it: type chain ending in System.Enum, ToString the name, I32 the number.
    [[nodiscard]] static Value enumeration(std::string typeName, std::string name, std::int32_t number);
    // A progress record of a CLIXML file. Its parts are properties (Activity, PercentComplete …).
    [[nodiscard]] static Value progress(Object object);
    // Stands where an object contains itself. `level` is the depth at which that object was read (0 = top).
    [[nodiscard]] static Value cycle(const std::shared_ptr<const Object>& target, std::size_t level);

    [[nodiscard]] Type type() const noexcept { return m_type; }
    [[nodiscard]] bool isNil() const noexcept { return m_type == Type::Nil; }
    [[nodiscard]] bool isObject() const noexcept { return m_type == Type::Object; }
    // Returns the text of a primitive, or the level of a Cycle in decimal.
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] const Object* object() const noexcept { return m_type == Type::Cycle ? nullptr : m_object.get(); }
    // Returns the object a Cycle stands for; nullptr when the tree it belongs to no longer exists.
    [[nodiscard]] std::shared_ptr<const Object> cycleTarget() const;

    // Returns the display text: a primitive's text, or an object's ToString, or the text of its base value, or nothing.
    [[nodiscard]] std::string_view display() const noexcept;
    // These read the value, or the base value of an object; nothing where it is not of that type.
    [[nodiscard]] std::optional<bool> toBool() const noexcept;
    [[nodiscard]] std::optional<std::int64_t> toInt() const noexcept;
    [[nodiscard]] std::optional<double> toDouble() const noexcept;

    // Returns a property by name; Nil when it is absent. Names compare without case, and extended properties come
    // before adapted ones.
    [[nodiscard]] const Value& operator[](std::string_view name) const noexcept;
    [[nodiscard]] bool has(std::string_view name) const noexcept;
    // Returns the elements of a list-like container; empty for any other value.
    [[nodiscard]] const std::vector<Value>& items() const noexcept;
    // Returns whether the type chain contains `name`. A prefix "Deserialized." is ignored.
    [[nodiscard]] bool isA(std::string_view name) const noexcept;

    // Compares the trees. Trees of more than a million nodes compare as different.
    bool operator==(const Value& other) const;

private:
    Type m_type = Type::Nil;
    std::string m_text;
    std::shared_ptr<const Object> m_object;
};

using Property = std::pair<std::string, Value>;

struct Object {
    TypeNames types;
    std::optional<std::string> toString;
    Value base; // the primitive base value, such as an enum's I32; Nil when there is none
    bool hasBase = false;
    std::vector<Property> adapted;  // <Props>
    std::vector<Property> extended; // <MS>
    Container container = Container::None;
    std::vector<Value> items;                     // list-like containers
    std::vector<std::pair<Value, Value>> entries; // dictionaries
};

// Returns a type's name without the prefix "Deserialized." of objects from a remote session.
[[nodiscard]] std::string_view withoutPrefix(std::string_view typeName) noexcept;

} // namespace drydock::clixml
